package org.balcao.directory.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.control.ActivateRequestContext;
import jakarta.ws.rs.core.MultivaluedHashMap;
import java.time.Clock;
import java.util.List;
import java.util.Optional;
import org.balcao.directory.rest.RenderedRecords.Rendered;
import org.balcao.directory.rest.asked.Endpoint;
import org.balcao.directory.rest.asked.Format;
import org.balcao.directory.rest.asked.Languages;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.PageHeadView;
import org.balcao.directory.store.DirectoryCounts;
import org.balcao.search.ServicePage;
import org.balcao.search.ServiceSearch;
import org.balcao.shared.ResultPages;
import org.balcao.shared.ShownCard;
import org.balcao.shared.problem.Problem;
import org.jboss.logging.Logger;

/** The beginnings of pages of results: the same list that {@link ServicesResource} gives, in the same order and languages. */
@ApplicationScoped
class PagesOfResults implements ResultPages {

    private static final Logger LOG = Logger.getLogger("web");

    private final ServiceSearch services;
    private final RenderedRecords rendered;
    private final DirectoryCounts counts;
    private final Clock clock;

    PagesOfResults(ServiceSearch services, RenderedRecords rendered, DirectoryCounts counts, Clock clock) {
        this.services = services;
        this.rendered = rendered;
        this.counts = counts;
        this.clock = clock;
    }

    @Override
    @ActivateRequestContext
    public Optional<Results> find(String question) {
        try {
            QueryParameters asked = QueryParameters.of(Endpoint.SERVICES, new MultivaluedHashMap<>(), question, null);
            boolean sensitive = asked.all(Parameters.TAXONOMY_TERM_ID).stream().anyMatch(PageHeadView::isSensitive);
            return sensitive ? Optional.empty() : Optional.of(found(asked));
        } catch (Problem refused) {
            LOG.debugf("The API would refuse the question of a page: %s", refused.type());
            return Optional.empty();
        }
    }

    private Results found(QueryParameters asked) {
        Languages languages =
                Languages.wanted(asked.one(Parameters.LANG).orElse(List.of()), null, counts.textLanguages());
        ServicePage page = services.page(
                ServiceQueryMapper.services(asked, Format.JSON, clock),
                asked.page(),
                asked.perPage(),
                languages.tags());
        List<byte[]> listed = rendered.of(Representation.SERVICE_LISTED, page.versions(), languages).stream()
                .map(Rendered::json)
                .toList();
        List<ShownCard> cards =
                listed.stream().map(ShownCards::of).flatMap(Optional::stream).toList();
        String need = asked.all(Parameters.TAXONOMY_TERM_ID).stream()
                .flatMap(code ->
                        listed.stream().map(each -> ShownCards.need(each, code)).flatMap(Optional::stream))
                .findFirst()
                .orElse(null);
        return new Results(need, cards);
    }
}
