package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.balcao.directory.model.Address;
import org.balcao.directory.model.Attribute;
import org.balcao.directory.model.Language;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.ServiceArea;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.directory.model.Translatable;
import org.balcao.directory.model.Translation;
import org.balcao.directory.model.WayIn;
import org.balcao.directory.store.CountedPlaces;
import org.balcao.directory.store.CountedPlaces.Atlas;
import org.balcao.directory.store.CountedPlaces.CountedPlace;
import org.balcao.directory.store.EffectiveHours;
import org.balcao.directory.store.ProgramBranches;
import org.balcao.directory.store.Records;
import org.balcao.directory.store.ServiceCopy;
import org.balcao.hours.OpeningHours;
import org.balcao.search.model.ContactWords;
import org.balcao.search.store.MatchableTexts.Text;
import org.balcao.search.words.Word;
import org.balcao.search.words.Words;
import org.hibernate.search.engine.spatial.GeoPoint;

/** Services as the index holds them. */
@ApplicationScoped
class ServiceDocuments {

    /** The languages that sources and editors write in. */
    private static final Set<String> WRITTEN = Set.of("pt", "en");

    private static final String NEEDS = "balcao-needs";

    /** Terms over a term that are followed; no taxonomy is as deep. */
    private static final int MOST_WIDER = 100;

    private static final LocalDate FIRST_DAY = LocalDate.of(1, 1, 1);
    private static final LocalDate LAST_DAY = LocalDate.of(9999, 12, 31);

    private static final String BARE = """
            select s.position, st.version, s.status, s.confidence, s.freshness, s.organization_id, s.name
            from directory.service s join directory.stamp st on st.id = s.id where s.id = :id""";

    private final Records records;
    private final CountedPlaces places;
    private final EffectiveHours hours;
    private final OpeningHoursKeys doors;
    private final EntityManager entities;
    private final Clock clock;

    ServiceDocuments(
            Records records,
            CountedPlaces places,
            EffectiveHours hours,
            OpeningHoursKeys doors,
            EntityManager entities,
            Clock clock) {
        this.clock = clock;
        this.entities = entities;
        this.records = records;
        this.places = places;
        this.hours = hours;
        this.doors = doors;
    }

    /** Those of the services that are still there. */
    @Transactional
    Map<UUID, ServiceDocument> of(Collection<UUID> services) {
        Atlas atlas = places.names();
        return records.show(Service.class, services, service -> entry(service, atlas));
    }

    /**
     * A service that cannot be read or taken whole, if it is there: found by its name and in the order of entry, and shown from PostgreSQL.
     */
    @Transactional
    Optional<ServiceDocument> bare(UUID service) {
        return entities.createNativeQuery(BARE, Tuple.class)
                .setParameter("id", service)
                .getResultStream()
                .map(row -> bare(service, (Tuple) row))
                .findFirst();
    }

    private static ServiceDocument bare(UUID service, Tuple row) {
        ServiceDocument entry = new ServiceDocument();
        entry.id = service.toString();
        entry.position = row.get("position", Long.class);
        entry.version = row.get("version", Long.class);
        entry.status = row.get("status", String.class);
        entry.confidence = row.get("confidence", String.class);
        entry.freshness = row.get("freshness", String.class);
        entry.organization = row.get("organization_id", UUID.class).toString();
        entry.availability = TieBreak.LAST;
        entry.urgency = TieBreak.LAST;
        entry.confidenceRank = TieBreak.LAST;
        entry.tieBreak = TieBreak.LAST;
        List<Text> name = List.of(new Text("name", Translation.SOURCE_LANGUAGE, row.get("name", String.class)));
        try {
            entry.names = forms(name, false);
        } catch (RuntimeException unreadable) {
            entry.names = "";
        }
        entry.matchableTexts = MatchableTexts.of(name).written();
        return entry;
    }

    private ServiceDocument entry(Service service, Atlas atlas) {
        ServiceDocument entry = new ServiceDocument();
        entry.id = service.id.toString();
        entry.position = service.position;
        entry.version = service.newestChange;
        entry.status = service.status;
        entry.confidence = service.confidence;
        entry.freshness = service.freshness;
        entry.free = service.free;
        entry.deliveryModes = new TreeSet<>(service.deliveryModes);
        entry.organization = service.organization.id.toString();
        entry.minimumAge = finite(service.minimumAge);
        entry.maximumAge = finite(service.maximumAge);
        entry.lastModified = service.lastModified;
        entry.checked = sensible(service.assuredDate);
        entry.interpreter = service.interpreterAvailable;
        List<OpeningHours> opening = hours.doors(service);
        entry.openingHours = doors.learn(opening);
        LocalDate today = LocalDate.ofInstant(clock.instant(), ZoneOffset.UTC);
        entry.hoursUnknown = EffectiveHours.areUnknown(opening, today);
        List<Text> shown = addTexts(entry, service);
        addTerms(entry, service);
        addLanguages(entry, service);
        addPlaces(entry, shown, service, atlas);
        entry.contacts = contacts(service);
        entry.ownContacts = ownContacts(service);
        addProgram(entry, service);
        entry.reachable = WayIn.isKnown(service);
        entry.availability = TieBreak.availability(service);
        entry.urgency = TieBreak.urgency(entry, service, opening, today);
        entry.confidenceRank = TieBreak.confidenceRank(service);
        entry.tieBreak = TieBreak.of(entry, service);
        entry.matchableTexts = MatchableTexts.of(entry, shown).written();
        entry.copy = ServiceCopy.of(service);
        return entry;
    }

    private static void addProgram(ServiceDocument entry, Service service) {
        if (ProgramBranches.isEntry(service, entry.nationwide)) {
            entry.entryOf = service.program.id.toString();
            entry.entry = true;
        } else if (ProgramBranches.isBranch(service, entry.nationwide)) {
            entry.branchOf = service.program.id.toString();
            entry.branch = true;
        }
    }

    private static Set<String> ownContacts(Service service) {
        return ContactWords.of(
                service.phones.stream()
                        .map(phone -> phone.number)
                        .filter(Objects::nonNull)
                        .toList(),
                Stream.ofNullable(service.email).toList(),
                Stream.ofNullable(service.url).toList());
    }

    private static Set<String> contacts(Service service) {
        List<Location> places = service.serviceAtLocations.stream()
                .map(given -> given.location)
                .filter(place -> !"hidden".equals(place.addressVisibility))
                .toList();
        List<String> numbers = Stream.of(
                        service.phones.stream(),
                        service.organization.phones.stream(),
                        places.stream().flatMap(place -> place.phones.stream()))
                .flatMap(each -> each)
                .map(phone -> phone.number)
                .filter(Objects::nonNull)
                .toList();
        List<String> emails = Stream.concat(
                        Stream.of(service.email, service.organization.email),
                        places.stream().map(place -> place.email))
                .filter(Objects::nonNull)
                .toList();
        List<String> sites = Stream.of(service.url, service.organization.website)
                .filter(Objects::nonNull)
                .toList();
        return ContactWords.of(numbers, emails, sites);
    }

    /** The largest number there is for one beyond it. */
    private static Double finite(BigDecimal number) {
        return number == null ? null : Double.valueOf(Math.min(number.doubleValue(), Double.MAX_VALUE));
    }

    /** The first or the last day that can be written in four digits of a year for one beyond it. */
    private static LocalDate sensible(LocalDate day) {
        if (day == null) {
            return null;
        }
        return day.isBefore(FIRST_DAY) ? FIRST_DAY : day.isAfter(LAST_DAY) ? LAST_DAY : day;
    }

    private static List<Text> addTexts(ServiceDocument entry, Service service) {
        List<Text> names = texts(service, "name", service.name);
        names.addAll(texts(service, "alternate_name", service.alternateName));
        List<Text> texts = texts(service, "description", service.description);
        texts.addAll(texts(service, "eligibility_description", service.eligibilityDescription));
        texts.addAll(texts(service, "application_process", service.applicationProcess));
        List<Text> providers = named(texts(service.organization, "name", service.organization.name), "organization");
        providers.addAll(named(
                texts(service.organization, "alternate_name", service.organization.alternateName), "organization"));
        if (service.program != null) {
            providers.addAll(named(texts(service.program, "name", service.program.name), "program"));
        }
        List<Text> needs = new ArrayList<>();
        for (Attribute attribute : service.attributes) {
            if (attribute.taxonomyTerm != null) {
                needs.addAll(
                        named(texts(attribute.taxonomyTerm, "name", attribute.taxonomyTerm.name), "taxonomy_term")
                                .stream()
                                .filter(text -> text.language().equals("pt")
                                        || text.language().equals("en"))
                                .toList());
            }
        }
        entry.names = forms(names, true);
        entry.texts = forms(texts, false);
        entry.others = forms(Stream.concat(providers.stream(), needs.stream()).toList(), true);
        List<Text> shown = new ArrayList<>(names);
        shown.addAll(providers);
        shown.addAll(needs);
        shown.addAll(texts);
        return shown;
    }

    private static List<Text> named(List<Text> texts, String field) {
        List<Text> named = new ArrayList<>();
        texts.forEach(text -> named.add(new Text(field, text.language(), text.value())));
        return named;
    }

    private static List<Text> texts(Translatable object, String field, String source) {
        List<Text> texts = new ArrayList<>();
        if (source == null || source.isBlank()) {
            return texts;
        }
        String sourceLanguage = Translation.SOURCE_LANGUAGE;
        for (Translation each : object.translations) {
            if (each.field.equals(field)) {
                if (each.source) {
                    sourceLanguage = each.language;
                } else if (!repeats(each)) {
                    texts.add(new Text(field, each.language, each.value));
                }
            }
        }
        texts.addFirst(new Text(field, sourceLanguage, source));
        return texts;
    }

    /**
     * A program's translation into a language that neither the directory's sources nor its editors write. It says again what the text in Portuguese
     * or English says, and the question was put into needs by its own language's words: indexed, it only adds chance hits.
     */
    private static boolean repeats(Translation text) {
        return text.origin.equals(Translation.MACHINE) && !WRITTEN.contains(text.language);
    }

    /** Every word in all its forms; of names also two neighbours as one, for those who write them so. */
    private static String forms(List<Text> texts, boolean joined) {
        Set<String> forms = new LinkedHashSet<>();
        for (Text text : texts) {
            Word before = null;
            for (Word word : Words.of(text.value(), text.language())) {
                forms.add(word.folded());
                forms.addAll(word.stems());
                if (joined && before != null) {
                    forms.add(before.folded() + word.folded());
                }
                before = word;
            }
        }
        return String.join(" ", forms);
    }

    private static void addTerms(ServiceDocument entry, Service service) {
        entry.terms = new LinkedHashSet<>();
        entry.taxonomies = new LinkedHashSet<>();
        entry.needs = new LinkedHashSet<>();
        entry.ownNeeds = new LinkedHashSet<>();
        entry.audiences = new LinkedHashSet<>();
        Stream.concat(
                        service.attributes.stream(),
                        service.serviceAtLocations.stream().flatMap(given -> given.attributes.stream()))
                .map(attribute -> attribute.taxonomyTerm)
                .filter(term -> term != null)
                .forEach(own -> {
                    boolean need = own.taxonomyDetail != null && NEEDS.equals(own.taxonomyDetail.name);
                    if (need && own.code != null) {
                        entry.ownNeeds.add(own.code);
                    }
                    for (TaxonomyTerm term : withWider(own)) {
                        entry.terms.add(term.id.toString());
                        if (term.code != null) {
                            (need ? entry.needs : entry.audiences).add(term.code);
                        }
                    }
                    if (own.taxonomyDetail != null) {
                        entry.taxonomies.add(own.taxonomyDetail.id.toString());
                    }
                });
        entry.needCount = entry.ownNeeds.size();
    }

    /** A term and those over it, each once: a term may be over itself by mistake. */
    static List<TaxonomyTerm> withWider(TaxonomyTerm own) {
        Set<UUID> seen = new LinkedHashSet<>();
        List<TaxonomyTerm> all = new ArrayList<>();
        for (TaxonomyTerm term = own;
                term != null && all.size() < MOST_WIDER && seen.add(term.id);
                term = term.parent) {
            all.add(term);
        }
        return all;
    }

    private static void addLanguages(ServiceDocument entry, Service service) {
        entry.languages = new LinkedHashSet<>();
        Stream.of(
                        service.languages.stream(),
                        service.phones.stream().flatMap(phone -> phone.languages.stream()),
                        service.serviceAtLocations.stream().flatMap(given -> given.location.languages.stream()))
                .flatMap(each -> each)
                .map((Language spoken) -> spoken.code)
                .filter(code -> code != null)
                .forEach(code -> entry.languages.add(code.toLowerCase(Locale.ROOT)));
    }

    private static void addPlaces(ServiceDocument entry, List<Text> shown, Service service, Atlas atlas) {
        entry.places = new LinkedHashSet<>();
        entry.areas = new LinkedHashSet<>();
        entry.areasWithin = new LinkedHashSet<>();
        entry.points = new ArrayList<>();
        entry.middles = new ArrayList<>();
        Set<String> names = new LinkedHashSet<>();
        for (ServiceAtLocation given : service.serviceAtLocations) {
            entry.accessible |= !given.location.accessibility.isEmpty();
            entry.oneStopCentre |= given.location.oneStopCentre().isPresent();
            if (!"hidden".equals(given.location.addressVisibility)) {
                addPlace(entry, given.location, atlas, names);
            }
            given.serviceAreas.forEach(area -> addArea(entry, area, atlas, names));
        }
        service.serviceAreas.forEach(area -> addArea(entry, area, atlas, names));
        Text said = new Text("location", Translation.SOURCE_LANGUAGE, String.join(", ", names));
        entry.placeNames = forms(List.of(said), false);
        entry.reach = entry.points.isEmpty() ? middles(entry.areas, atlas) : entry.points;
        if (!names.isEmpty()) {
            shown.add(said);
        }
        entry.doorDistricts = districts(entry.places, atlas);
        entry.districts = districts(entry.areasWithin, atlas);
        entry.districts.addAll(entry.doorDistricts);
        entry.nationwideDistricts = entry.nationwide ? entry.districts : Set.of();
    }

    private static Set<String> districts(Set<String> places, Atlas atlas) {
        return places.stream()
                .filter(code -> atlas.find(code)
                        .filter(place -> !"municipality".equals(place.level()))
                        .isPresent())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static void addPlace(ServiceDocument entry, Location location, Atlas atlas, Set<String> names) {
        boolean full = "full".equals(location.addressVisibility);
        if (full) {
            add(names, location.name);
            location.addresses.forEach((Address address) -> {
                add(names, address.postalCode);
                add(names, address.city);
            });
        }
        CountedPlace municipality = atlas.find(location.municipalityCode).orElse(null);
        if (municipality != null) {
            addCode(entry.places, municipality, names);
        }
        if (full && isPoint(location.latitude, location.longitude)) {
            GeoPoint point = GeoPoint.of(location.latitude, location.longitude);
            entry.points.add(point);
            if (location.positionPrecision != null && location.positionPrecision.isArea()) {
                entry.middles.add(point);
            }
        } else if (municipality != null && isPoint(municipality.latitude(), municipality.longitude())) {
            GeoPoint middle = GeoPoint.of(municipality.latitude(), municipality.longitude());
            entry.points.add(middle);
            entry.middles.add(middle);
        }
    }

    private static List<GeoPoint> middles(Set<String> areas, Atlas atlas) {
        return areas.stream()
                .flatMap(code -> atlas.find(code).stream())
                .filter(place -> "municipality".equals(place.level()) && isPoint(place.latitude(), place.longitude()))
                .map(place -> GeoPoint.of(place.latitude(), place.longitude()))
                .toList();
    }

    private static boolean isPoint(Double latitude, Double longitude) {
        return latitude != null && longitude != null && Math.abs(latitude) <= 90 && Math.abs(longitude) <= 180;
    }

    private static void addArea(ServiceDocument entry, ServiceArea area, Atlas atlas, Set<String> names) {
        entry.nationwide |= area.nationwide;
        add(names, area.name);
        atlas.find(area.placeCode).ifPresent(place -> {
            entry.areas.add(place.code());
            addCode(entry.areasWithin, place, names);
        });
    }

    private static void addCode(Set<String> codes, CountedPlace place, Set<String> names) {
        codes.add(place.code());
        add(names, place.name());
        if ("municipality".equals(place.level()) && place.parentCode() != null) {
            codes.add(place.parentCode());
            add(names, place.parentName());
        }
    }

    private static void add(Set<String> names, String name) {
        if (name != null) {
            names.add(name);
        }
    }
}
