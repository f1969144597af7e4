package org.balcao.directory.store;

import com.fasterxml.jackson.annotation.JsonAutoDetect.Visibility;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.PropertyAccessor;
import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.BeanDescription;
import com.fasterxml.jackson.databind.JsonSerializer;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationConfig;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.BeanPropertyWriter;
import com.fasterxml.jackson.databind.ser.BeanSerializerModifier;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.balcao.directory.model.Address;
import org.balcao.directory.model.Attribute;
import org.balcao.directory.model.Language;
import org.balcao.directory.model.Location;
import org.balcao.directory.model.Organization;
import org.balcao.directory.model.Phone;
import org.balcao.directory.model.Program;
import org.balcao.directory.model.Schedule;
import org.balcao.directory.model.ScheduleException;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.ServiceArea;
import org.balcao.directory.model.ServiceAtLocation;
import org.balcao.directory.model.Taxonomy;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.directory.model.Translation;
import org.balcao.directory.model.WayIn;
import org.hibernate.Hibernate;
import org.hibernate.proxy.HibernateProxy;

/**
 * A service with all that a list shows of it, written down as one text, so that it can be shown without asking PostgreSQL for its many
 * parts. A copy is read back as the same objects, and so shown by the same code, as the record itself.
 */
public final class ServiceCopy {

    /** What a list shows of each kind of object; all else stays out. */
    private static final Map<Class<?>, Set<String>> PARTS = Map.ofEntries(
            parts(
                    Service.class,
                    "id, position, lastModified, newestChange, sourcesAsOf, wayInKnown, translations, organization, program, name, alternateName, "
                            + "description, url, email, status, interpretationServices, applicationProcess, feesDescription, "
                            + "accreditations, eligibilityDescription, minimumAge, maximumAge, assuredDate, assurerEmail, "
                            + "alert, assurer, confidence, freshness, deliveryModes, accessModes, byAppointmentOnly, whoMayRefer, free, "
                            + "interpreterAvailable, serviceAtLocations, phones, schedules, serviceAreas, languages, attributes"),
            parts(
                    Organization.class,
                    "id, translations, name, alternateName, description, email, website, yearIncorporated, legalStatus, logo, "
                            + "uri, parentOrganization, organizationType, status, confidence, phones"),
            parts(Program.class, "id, translations, organization, name, alternateName, description"),
            parts(ServiceAtLocation.class, "id, location, phones, schedules"),
            parts(
                    Location.class,
                    "id, translations, name, latitude, longitude, positionPrecision, municipalityCode, addressVisibility, timezoneName, "
                            + "addresses, phones, schedules"),
            parts(Address.class, "city"),
            parts(Phone.class, "translations, number, extension, type, description"),
            parts(
                    Schedule.class,
                    "translations, description, notes, scheduleLink, validFrom, validTo, dtstart, until, count, wkst, freq, interval, byday, byweekno, bymonthday, byyearday, "
                            + "opensAt, closesAt, timezoneName, byAppointment, exceptions"),
            parts(ScheduleException.class, "dateFrom, dateTo, closed, opensAt, closesAt, reason"),
            parts(ServiceArea.class, "id, name, description, extent, extentType, uri, placeCode, nationwide"),
            parts(Language.class, "id, name, code, note"),
            parts(Attribute.class, "taxonomyTerm"),
            parts(TaxonomyTerm.class, "id, translations, taxonomyDetail, code, name, parent"),
            parts(Taxonomy.class, "id, name"),
            parts(Translation.class, "field, language, value, origin, reviewed, source, sourceHash"));

    /** Of these only the id is shown. */
    private static final Map<Class<?>, Set<String>> REFERRED_TO = Map.of(
            Organization.class,
            Set.of("parentOrganization"),
            Program.class,
            Set.of("organization"),
            Attribute.class,
            Set.of("taxonomyTerm"),
            TaxonomyTerm.class,
            Set.of("parent"));

    private static final ObjectMapper JSON = mapper();

    private ServiceCopy() {}

    /** Writes a service down, while all its parts can be reached. Of its terms only their ids are in it: there are few, and all have them. */
    public static String of(Service service) {
        Stream.concat(
                        Stream.of(service.organization, service.program),
                        service.serviceAtLocations.stream().map(given -> given.location))
                .forEach(Hibernate::initialize);
        service.wayInKnown = WayIn.isKnown(service);
        return written(service);
    }

    /**
     * The service as it was written down, with nothing of it to be fetched any more; empty if one of its terms is not known, or if it
     * cannot be read, as where a number in it has more digits than the reader takes.
     *
     * @param terms as {@link #of(TaxonomyTerm)} gives them
     */
    public static Optional<Service> read(String copy, Map<UUID, TaxonomyTerm> terms) {
        Service service;
        try {
            service = JSON.readValue(copy, Service.class);
        } catch (JsonProcessingException unreadable) {
            return Optional.empty();
        }
        service.serviceAtLocations.forEach(given -> given.service = service);
        for (Attribute attribute : service.attributes) {
            if (attribute.taxonomyTerm != null) {
                attribute.taxonomyTerm = terms.get(attribute.taxonomyTerm.id);
                if (attribute.taxonomyTerm == null) {
                    return Optional.empty();
                }
            }
        }
        return Optional.of(service);
    }

    /** A term that is whole without PostgreSQL. */
    public static TaxonomyTerm of(TaxonomyTerm term) {
        Hibernate.initialize(term.taxonomyDetail);
        try {
            return JSON.readValue(written(term), TaxonomyTerm.class);
        } catch (JsonProcessingException unreadable) {
            throw new IllegalStateException(unreadable);
        }
    }

    private static String written(Object record) {
        try {
            return JSON.writeValueAsString(record);
        } catch (JsonProcessingException unwritable) {
            throw new IllegalStateException(unwritable);
        }
    }

    private static Map.Entry<Class<?>, Set<String>> parts(Class<?> kind, String names) {
        return Map.entry(kind, Set.of(names.split(", ")));
    }

    private static ObjectMapper mapper() {
        JsonMapper mapper = JsonMapper.builder()
                .addModule(new JavaTimeModule())
                .addModule(new SimpleModule()
                        .setSerializerModifier(new OnlyParts())
                        .addSerializer(HibernateProxy.class, new Behind()))
                .visibility(PropertyAccessor.ALL, Visibility.NONE)
                .visibility(PropertyAccessor.FIELD, Visibility.ANY)
                .visibility(PropertyAccessor.CREATOR, Visibility.ANY)
                .defaultPropertyInclusion(
                        JsonInclude.Value.construct(JsonInclude.Include.NON_NULL, JsonInclude.Include.NON_NULL))
                .disable(SerializationFeature.WRITE_DATES_AS_TIMESTAMPS)
                .build();
        mapper.configOverride(List.class)
                .setInclude(JsonInclude.Value.construct(JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_NULL));
        return mapper;
    }

    /** Leaves out what is not named above. */
    private static final class OnlyParts extends BeanSerializerModifier {

        @Override
        public List<BeanPropertyWriter> changeProperties(
                SerializationConfig config, BeanDescription bean, List<BeanPropertyWriter> all) {
            Class<?> kind = bean.getBeanClass();
            Set<String> kept = PARTS.getOrDefault(kind, Set.of());
            List<BeanPropertyWriter> writers =
                    all.stream().filter(each -> kept.contains(each.getName())).toList();
            if (writers.size() != kept.size()) {
                throw new IllegalStateException(kind + " has not all of " + kept);
            }
            writers.stream()
                    .filter(each -> REFERRED_TO.getOrDefault(kind, Set.of()).contains(each.getName()))
                    .forEach(each -> each.assignSerializer(new IdAlone()));
            return writers;
        }
    }

    /** What a stand-in stands for. */
    private static final class Behind extends JsonSerializer<HibernateProxy> {
        @Override
        public void serialize(HibernateProxy proxy, JsonGenerator json, SerializerProvider provider)
                throws IOException {
            provider.defaultSerializeValue(Hibernate.unproxy(proxy), json);
        }
    }

    private static final class IdAlone extends JsonSerializer<Object> {
        @Override
        public void serialize(Object record, JsonGenerator json, SerializerProvider provider) throws IOException {
            json.writeStartObject();
            json.writeStringField("id", id(record));
            json.writeEndObject();
        }

        private static String id(Object record) {
            return switch (record) {
                case HibernateProxy proxy ->
                    proxy.getHibernateLazyInitializer().getIdentifier().toString();
                case Organization organization -> organization.id.toString();
                case TaxonomyTerm term -> term.id.toString();
                default -> throw new IllegalArgumentException(record.getClass().getName());
            };
        }
    }
}
