package org.balcao.web;

import io.vertx.core.MultiMap;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import org.balcao.shared.KeptDocuments.HoldsFor;
import org.balcao.shared.KeptDocuments.Place;
import org.balcao.shared.ResultPages;
import org.balcao.shared.ResultPages.Results;
import org.balcao.web.MadeDocuments.Made;
import org.balcao.web.MadeDocuments.Order;

/**
 * The first answer of a page of results: its document with the first services already in it, and with what it will ask. Words that somebody typed
 * are in no address, so a search by words begins with the document as it is; so does what is asked from where somebody is.
 */
@ApplicationScoped
class ResultDocuments {

    private final ResultPages results;
    private final MadeDocuments documents;

    ResultDocuments(ResultPages results, MadeDocuments documents) {
        this.results = results;
        this.documents = documents;
    }

    /**
     * A page of a language.
     *
     * @param asks the addresses of the API that it asks first when nothing is chosen: the list, then its counts
     */
    record Page(String language, Beginning beginning, List<String> asks) {}

    void answer(RoutingContext request, Page page) {
        Optional<ResultsAddress> address = ResultsAddress.of(parameters(request));
        if (address.isEmpty() || page.asks().isEmpty()) {
            page.beginning().plain().answer(request, 200);
            return;
        }
        List<String> asks = page.asks().stream().map(address.get()::in).toList();
        documents.answer(
                request,
                new Order<Void>(
                        "/" + page.language() + "/services " + asks.getFirst(),
                        HoldsFor.A_MINUTE,
                        place -> make(page, address.get().query(), asks, place),
                        nothing -> page.beginning().plain().answer(request, 200),
                        () -> page.beginning().plain().answer(request, 200)));
    }

    private Made<Void> make(Page page, String query, List<String> asks, Place place) {
        String list = asks.getFirst();
        Optional<Results> found = results.find(list.substring(list.indexOf('?') + 1));
        if (found.isEmpty()) {
            return Made.instead(null);
        }
        Results shown = found.get();
        String here = query.isEmpty() ? "/services" : "/services?" + query;
        Shell shell = page.beginning().shell().leadingTo("/services", here);
        Shell named = shown.need() == null ? shell : shell.named(shown.need());
        String content = shown.cards().isEmpty() ? null : DrawnContent.ofResults(shown.cards(), page.language());
        return Made.document(place.keep(named.with(shell.title() + FirstQuestions.links(asks), content)));
    }

    private static MultiMap parameters(RoutingContext request) {
        try {
            return request.queryParams();
        } catch (RuntimeException unreadable) {
            // an escape in the address that is none
            return MultiMap.caseInsensitiveMultiMap().add("words", "");
        }
    }
}
