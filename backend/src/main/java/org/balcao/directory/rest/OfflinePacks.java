package org.balcao.directory.rest;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.ws.rs.core.Response;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.directory.rest.CacheableResponses.Made;
import org.balcao.directory.rest.RenderedRecords.Rendered;
import org.balcao.directory.rest.asked.AsOf;
import org.balcao.directory.rest.asked.Languages;
import org.balcao.directory.rest.asked.Parameters;
import org.balcao.directory.rest.asked.QueryParameters;
import org.balcao.directory.rest.view.OfflinePackView.PackedPlace;
import org.balcao.directory.rest.view.OfflinePackView.PackedTerm;
import org.balcao.directory.rest.view.RenderContext;
import org.balcao.directory.rest.view.TermView;
import org.balcao.directory.store.Batch;
import org.balcao.directory.store.ChangeLog;
import org.balcao.directory.store.ChangeNumber;
import org.balcao.directory.store.CountedPlaces;
import org.balcao.directory.store.CountedPlaces.Atlas;
import org.balcao.directory.store.CountedPlaces.CountedPlace;
import org.balcao.directory.store.EffectiveHours;
import org.balcao.directory.store.OrganizationsOfServices;
import org.balcao.directory.store.RecordVersion;
import org.balcao.directory.store.Records;
import org.balcao.directory.store.TaxonomyQueries;
import org.balcao.directory.store.TaxonomyQueries.TermQuery;
import org.balcao.search.ServiceFilter;
import org.balcao.search.ServiceQuery;
import org.balcao.search.ServiceSearch;
import org.balcao.shared.problem.ProblemType;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/**
 * The active services as packs for devices without a network: whole, or what changed since an earlier one. The number of the newest change is
 * read before anything else, so whatever is committed meanwhile is told again the next time and never lost.
 */
@ApplicationScoped
class OfflinePacks {

    /** More services than this are for no telephone. */
    private static final int MOST_SERVICES = 5_000;

    private static final int MOST_CHANGED = 1_000;
    private static final int BATCH = 1_000;

    /** Hours are told for fourteen days; those of a pack that is changed bit by bit have to hold for another while. */
    private static final int MOST_DAYS = 6;

    /** What a pack is asked for. */
    private record Wanted(String language, String place, Languages languages, AsOf now) {}

    private final CacheableResponses responses;
    private final RenderedRecords rendered;
    private final ServiceSearch services;
    private final OrganizationsOfServices organizations;
    private final TaxonomyQueries taxonomies;
    private final Records records;
    private final CountedPlaces places;
    private final ChangeLog log;
    private final ChangeNumber number;
    private final EffectiveHours hours;
    private final Clock clock;
    private final String version;

    OfflinePacks(
            CacheableResponses responses,
            RenderedRecords rendered,
            ServiceSearch services,
            OrganizationsOfServices organizations,
            TaxonomyQueries taxonomies,
            Records records,
            CountedPlaces places,
            ChangeLog log,
            ChangeNumber number,
            EffectiveHours hours,
            Clock clock,
            @ConfigProperty(name = "quarkus.application.version", defaultValue = "0") String version) {
        this.version = version;
        this.responses = responses;
        this.rendered = rendered;
        this.services = services;
        this.organizations = organizations;
        this.taxonomies = taxonomies;
        this.records = records;
        this.places = places;
        this.log = log;
        this.number = number;
        this.hours = hours;
        this.clock = clock;
    }

    Response answer(QueryParameters asked, String language) {
        long newest = number.newest();
        String place = asked.orNull(Parameters.PACK_PLACE);
        if (place != null && places.names().find(place).isEmpty()) {
            throw ProblemType.NOT_FOUND.because("There is no place with this code");
        }
        Languages languages = responses.languages(List.of(language, "en"));
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        String about = hash(String.join(
                " ",
                List.of(
                        version,
                        language,
                        String.valueOf(place),
                        languages.toString(),
                        log.database().toString(),
                        String.valueOf(services.offlineWords(language).hashCode()),
                        rendered.surroundings())));
        Wanted wanted = new Wanted(language, place, languages, new AsOf(newest, today, about));
        AsOf since = asked.orNull(Parameters.SINCE);
        return responses.made(
                asked,
                wanted.now().text() + rendered.state(),
                () -> changedSince(wanted, since).orElseGet(() -> whole(wanted)));
    }

    /** Only what changed since an earlier pack; empty if that is not known any more, or is too much. */
    private Optional<Made> changedSince(Wanted wanted, AsOf since) {
        AsOf now = wanted.now();
        if (since == null
                || !since.about().equals(now.about())
                || since.seq() > now.seq()
                || since.day().isAfter(now.day())
                || since.day().isBefore(now.day().minusDays(MOST_DAYS))) {
            return Optional.empty();
        }
        Set<UUID> changed = log.changedServices(since.seq(), now.seq(), MOST_CHANGED);
        List<RecordVersion> all = changed.isEmpty() ? List.of() : active(wanted.place());
        if (changed.size() > MOST_CHANGED || all.size() > MOST_SERVICES) {
            return Optional.empty();
        }
        List<RecordVersion> there =
                all.stream().filter(each -> changed.contains(each.id())).toList();
        Set<UUID> removed = new TreeSet<>(changed);
        there.forEach(each -> removed.remove(each.id()));
        // The hours of what did not change are still those of the day of the earlier pack.
        AsOf reached = new AsOf(now.seq(), since.day(), now.about());
        return Optional.of(pack(wanted, reached, there, Map.of("whole", false, "removed", List.copyOf(removed))));
    }

    private Made whole(Wanted wanted) {
        List<RecordVersion> active = active(wanted.place());
        // Of too many the newest are left out, so these keep their order.
        List<RecordVersion> all = active.size() > MOST_SERVICES ? active : byOrganization(active);
        Map<String, Object> more = new LinkedHashMap<>();
        more.put("whole", true);
        more.put("words", services.offlineWords(wanted.language()));
        more.put("terms", terms(wanted.languages()));
        more.put("places", places(wanted.place()));
        return pack(wanted, wanted.now(), all, more);
    }

    private Made pack(Wanted wanted, AsOf asOf, List<RecordVersion> stamps, Map<String, Object> more) {
        Map<String, Object> head = new LinkedHashMap<>();
        head.put("as_of", asOf.text());
        head.put("language", wanted.language());
        head.put("truncated", stamps.size() > MOST_SERVICES);
        head.putAll(more);
        List<Rendered> made = rendered.of(
                Representation.SERVICE_OFFLINE,
                stamps.subList(0, Math.min(stamps.size(), MOST_SERVICES)),
                wanted.languages());
        Set<String> used = new TreeSet<>();
        made.forEach(each -> used.addAll(each.languages()));
        String beginning = HsdsJson.text(head);
        byte[] body = CacheableResponses.joined(
                beginning.substring(0, beginning.length() - 1) + ",\"services\":[",
                made.stream().map(Rendered::json).toList(),
                ",",
                "]}");
        return new Made(body, used);
    }

    /** The active services, in the order of entry; one more than a pack holds, if there are more. */
    private List<RecordVersion> active(String place) {
        List<ServiceFilter> filters = new ArrayList<>(List.of(new ServiceFilter.Statuses(List.of("active"))));
        if (place != null) {
            filters.add(new ServiceFilter.Places(List.of(place)));
        }
        ServiceQuery query = new ServiceQuery(null, filters, null, ServiceQuery.Order.ENTRY);
        List<RecordVersion> all = new ArrayList<>();
        Batch batch = services.after(query, Long.MIN_VALUE, BATCH);
        all.addAll(batch.stamps());
        while (!batch.last() && all.size() <= MOST_SERVICES) {
            batch = services.after(query, batch.reached(), BATCH);
            all.addAll(batch.stamps());
        }
        return all.subList(0, Math.min(all.size(), MOST_SERVICES + 1));
    }

    /** The same with those of an organization behind the first of them: what stands near what is like it takes less room when it is compressed. */
    private List<RecordVersion> byOrganization(List<RecordVersion> stamps) {
        Map<UUID, UUID> given =
                organizations.of(stamps.stream().map(RecordVersion::id).toList());
        Map<UUID, List<RecordVersion>> together = new LinkedHashMap<>();
        stamps.forEach(
                each -> together.computeIfAbsent(given.getOrDefault(each.id(), each.id()), key -> new ArrayList<>())
                        .add(each));
        return together.values().stream().flatMap(List::stream).toList();
    }

    /** The needs and the audiences, in the order of entry. */
    private List<PackedTerm> terms(Languages languages) {
        List<UUID> ids =
                taxonomies
                        .terms(new TermQuery(null, List.of(), false, List.of()), 1, Parameters.MOST_PER_PAGE)
                        .stamps()
                        .stream()
                        .map(RecordVersion::id)
                        .toList();
        Map<UUID, Optional<TermView>> shown = records.show(TaxonomyTerm.class, ids, term -> {
            RenderContext context =
                    new RenderContext(languages.tags(), clock.instant(), hours, code -> Optional.empty());
            boolean ours = term.taxonomyDetail != null
                    && Set.of(TermView.NEEDS, TermView.AUDIENCES).contains(term.taxonomyDetail.name);
            return ours ? Optional.of(TermView.of(term, context)) : Optional.empty();
        });
        Map<UUID, String> codes = new HashMap<>();
        shown.values().forEach(each -> each.ifPresent(term -> codes.put(term.id(), PackedTerm.codeOf(term))));
        return ids.stream()
                .flatMap(id -> shown.getOrDefault(id, Optional.empty()).stream())
                .map(term -> PackedTerm.of(term, codes.get(term.parentId())))
                .toList();
    }

    /** All places; of a pack for one place that place, what it lies in and what lies in it. */
    private List<PackedPlace> places(String of) {
        Atlas atlas = places.names();
        CountedPlace chosen = atlas.find(of).orElse(null);
        return atlas.byCode().values().stream()
                .filter(each -> chosen == null
                        || each.equals(chosen)
                        || each.code().equals(chosen.parentCode())
                        || chosen.code().equals(each.parentCode()))
                .map(each -> new PackedPlace(each.code(), each.name(), each.level(), each.parentCode()))
                .collect(Collectors.toList());
    }

    private static String hash(String text) {
        try {
            byte[] sum = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
            return HexFormat.of().formatHex(sum, 0, 6);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }
}
