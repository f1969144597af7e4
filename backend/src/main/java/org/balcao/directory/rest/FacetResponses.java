package org.balcao.directory.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.directory.rest.Answer.Source;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.FacetsView;
import org.balcao.directory.rest.view.FacetsView.CountedTerm;
import org.balcao.directory.rest.view.FacetsView.CountedValue;
import org.balcao.directory.rest.view.RenderContext;
import org.balcao.directory.rest.view.TermView;
import org.balcao.directory.store.EffectiveHours;
import org.balcao.directory.store.Records;
import org.balcao.search.FacetCounts;
import org.balcao.search.ServiceQuery;
import org.balcao.search.ServiceSearch;

/** The counts beside a list of services, with the terms in the reader's languages. */
@ApplicationScoped
public class FacetResponses {

    private record Named(String taxonomy, TermView term) {}

    private final ServiceSearch search;
    private final Records records;
    private final CacheableResponses responses;
    private final EffectiveHours hours;
    private final Clock clock;

    FacetResponses(
            ServiceSearch search, Records records, CacheableResponses responses, EffectiveHours hours, Clock clock) {
        this.search = search;
        this.records = records;
        this.responses = responses;
        this.hours = hours;
        this.clock = clock;
    }

    Response answer(QueryParameters asked, ServiceQuery query) {
        FacetCounts counts = search.facets(query, clock.instant());
        List<String> languages = responses.languages(asked).tags();
        Set<String> used = new TreeSet<>();
        Map<UUID, Named> terms = records.show(TaxonomyTerm.class, counts.terms().keySet(), term -> {
            RenderContext context = new RenderContext(languages, clock.instant(), hours, code -> Optional.empty());
            String taxonomy = term.taxonomyDetail == null ? "" : term.taxonomyDetail.name;
            Named named = new Named(taxonomy, TermView.of(term, context));
            used.addAll(context.used());
            return named;
        });
        FacetsView view = new FacetsView(
                counts.total(),
                counts.folded(),
                counted(counts, terms, TermView.NEEDS),
                counted(counts, terms, TermView.AUDIENCES),
                counts.districts().stream()
                        .map(each -> new FacetsView.CountedPlace(
                                each.code(), each.name(), each.count(), each.local(), each.doors()))
                        .toList(),
                counts.languages().stream()
                        .map(each -> new FacetsView.CountedCode(each.code(), each.count()))
                        .toList(),
                counts.deliveryModes().stream()
                        .map(each -> new CountedValue(each.code(), each.count()))
                        .toList(),
                new FacetsView.Counted(counts.free()),
                new FacetsView.Counted(counts.openNow()),
                new FacetsView.Counted(counts.hoursUnknown()),
                new FacetsView.Counted(counts.nationwide()));
        return responses.view(asked, view, false, used, Source.INDEX);
    }

    private static List<CountedTerm> counted(FacetCounts counts, Map<UUID, Named> terms, String taxonomy) {
        return counts.terms().entrySet().stream()
                .filter(each -> terms.containsKey(each.getKey())
                        && terms.get(each.getKey()).taxonomy().equals(taxonomy))
                .map(each -> new CountedTerm(terms.get(each.getKey()).term(), each.getValue()))
                .toList();
    }
}
