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
import org.balcao.directory.rest.asked.Asked;
import org.balcao.directory.rest.view.FacetsView;
import org.balcao.directory.rest.view.FacetsView.CountedTerm;
import org.balcao.directory.rest.view.FacetsView.CountedValue;
import org.balcao.directory.rest.view.Showing;
import org.balcao.directory.rest.view.TermView;
import org.balcao.directory.store.DoorHours;
import org.balcao.directory.store.Records;
import org.balcao.directory.store.ServiceFacets;
import org.balcao.directory.store.ServiceFacets.Counts;
import org.balcao.directory.store.ServiceQuery;

/** The counts beside a list of services, with the terms in the reader's languages. */
@ApplicationScoped
public class FacetCounts {

    private record Named(String taxonomy, TermView term) {}

    private final ServiceFacets facets;
    private final Records records;
    private final Answers answers;
    private final DoorHours hours;
    private final Clock clock;

    FacetCounts(ServiceFacets facets, Records records, Answers answers, DoorHours hours, Clock clock) {
        this.facets = facets;
        this.records = records;
        this.answers = answers;
        this.hours = hours;
        this.clock = clock;
    }

    Response answer(Asked asked, ServiceQuery query) {
        Counts counts = facets.count(query, clock.instant());
        List<String> languages = answers.languages(asked).tags();
        Set<String> used = new TreeSet<>();
        Map<UUID, Named> terms = records.show(TaxonomyTerm.class, counts.terms().keySet(), term -> {
            Showing showing = new Showing(languages, clock.instant(), hours, code -> Optional.empty());
            String taxonomy = term.taxonomyDetail == null ? "" : term.taxonomyDetail.name;
            Named named = new Named(taxonomy, TermView.of(term, showing));
            used.addAll(showing.used());
            return named;
        });
        FacetsView view = new FacetsView(
                counts.total(),
                counted(counts, terms, TermView.NEEDS),
                counted(counts, terms, TermView.AUDIENCES),
                counts.districts().stream()
                        .map(each -> new FacetsView.CountedPlace(each.code(), each.name(), each.count()))
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
        return answers.view(asked, view, false, used);
    }

    private static List<CountedTerm> counted(Counts counts, Map<UUID, Named> terms, String taxonomy) {
        return counts.terms().entrySet().stream()
                .filter(each -> terms.containsKey(each.getKey())
                        && terms.get(each.getKey()).taxonomy().equals(taxonomy))
                .map(each -> new CountedTerm(terms.get(each.getKey()).term(), each.getValue()))
                .toList();
    }
}
