package org.balcao.web;

import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.balcao.shared.KeptDocuments.HoldsFor;
import org.balcao.shared.KeptDocuments.Place;
import org.balcao.shared.PublicUrl;
import org.balcao.shared.RecordPages;
import org.balcao.shared.RecordPages.Found;
import org.balcao.shared.RecordPages.Gone;
import org.balcao.shared.RecordPages.Kind;
import org.balcao.shared.RecordPages.Missing;
import org.balcao.shared.RecordPages.Moved;
import org.balcao.shared.RecordPages.Shown;
import org.balcao.web.MadeDocuments.Made;
import org.balcao.web.MadeDocuments.Order;

/**
 * The first answer of a record's page: its document with the record's own head and what it is, or the document as it is with the status of a
 * record that is not there. While the directory is slow or away, it comes without a head and with 503, which tells robots to come again and shows
 * people the same page.
 */
@ApplicationScoped
class RecordDocuments {
    private static final Pattern RECORD = Pattern.compile("(services|organizations|places|locations)/([^/]+)/?");

    private final RecordPages records;
    private final MadeDocuments documents;
    private final String top;

    RecordDocuments(RecordPages records, MadeDocuments documents, PublicUrl publicUrl) {
        this.records = records;
        this.documents = documents;
        this.top = publicUrl.said().orElse("");
    }

    /**
     * A page of a language.
     *
     * @param asks the addresses of the API that the page of a record asks first, by its id
     */
    record Page(String language, PageLanguages languages, Beginning beginning, Function<String, List<String>> asks) {}

    /** @return whether the path within the language is one of a record and is answered here */
    boolean answer(RoutingContext request, String path, Page page) {
        Matcher record = RECORD.matcher(path);
        if (!record.matches()) {
            return false;
        }
        Kind kind = Kind.of(record.group(1)).orElseThrow();
        String id = record.group(2);
        documents.answer(
                request,
                new Order<Found>(
                        "/" + page.language() + "/" + kind.word() + "/" + id,
                        HoldsFor.A_QUARTER_OF_AN_HOUR,
                        place -> make(kind, id, page, place),
                        found -> sendOther(request, found, kind, page),
                        () -> later(request, page)));
        return true;
    }

    private Made<Found> make(Kind kind, String id, Page page, Place place) {
        Found found = records.find(kind, id, page.language());
        if (!(found instanceof Shown shown)) {
            return Made.instead(found);
        }
        Shell shell = page.beginning().shell().leadingTo("/", "/" + kind.word() + "/" + shown.id());
        String head = new RecordHead(top, page.languages()).of(kind, shown, page.language(), shell.description())
                + FirstQuestions.links(page.asks().apply(shown.id()));
        // a page that can betray shows nothing before its way out is there, which a script draws
        boolean hidden = shown.discreet() || shown.card() == null;
        return Made.document(place.keep(shell.with(head, hidden ? null : DrawnContent.ofRecord(shown.card()))));
    }

    private static void sendOther(RoutingContext request, Found found, Kind kind, Page page) {
        switch (found) {
            case Shown shown -> throw new IllegalArgumentException("A record that is shown has a document");
            case Moved moved ->
                request.response()
                        .setStatusCode(308)
                        .putHeader(HttpHeaders.LOCATION, "/" + page.language() + "/" + kind.word() + "/" + moved.id())
                        .putHeader(HttpHeaders.CACHE_CONTROL, "public, max-age=60")
                        .end();
            case Gone gone -> page.beginning().plain().answer(request, 410);
            case Missing missing -> page.beginning().plain().answer(request, 404);
        }
    }

    private static void later(RoutingContext request, Page page) {
        request.response().putHeader("Retry-After", "5").putHeader(HttpHeaders.CACHE_CONTROL, "no-store");
        page.beginning().plain().answer(request, 503);
    }
}
