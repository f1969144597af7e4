package org.balcao.directory.feed;

import java.util.List;
import java.util.Map;

/**
 * One record as a source states it, in HSDS words, with the source's own ids.
 * A value that is null and a list that is empty mean that the source does not say.
 */
public sealed interface SourceRecord {
    /** The source's own id, unique among its records of this kind. */
    String id();

    /** The HSDS name of what it is. */
    String kind();

    record PlaceRecord(
            String level,
            String code,
            String name,
            String parentCode,
            String parentName,
            String region,
            String island,
            Double latitude,
            Double longitude,
            String coordSource,
            String geonamesCode)
            implements SourceRecord {
        @Override
        public String id() {
            return code;
        }

        @Override
        public String kind() {
            return "place";
        }
    }

    record TaxonomyRecord(String id, String version, Map<String, String> description) implements SourceRecord {
        @Override
        public String kind() {
            return "taxonomy";
        }
    }

    /**
     * A need or an audience.
     *
     * @param name per language
     */
    record TermRecord(String taxonomy, String code, String parentCode, Map<String, String> name)
            implements SourceRecord {
        @Override
        public String id() {
            return taxonomy + "/" + code;
        }

        @Override
        public String kind() {
            return "taxonomy_term";
        }
    }

    record OrganizationRecord(
            String id,
            String name,
            String nameEn,
            String alternateName,
            String organizationType,
            String status,
            Map<String, String> description,
            String email,
            String website,
            List<PhoneRecord> phones,
            String mainLocation,
            String confidence,
            List<CitationRecord> sources,
            String notes)
            implements SourceRecord {
        public OrganizationRecord {
            phones = listed(phones);
            sources = listed(sources);
        }

        @Override
        public String kind() {
            return "organization";
        }
    }

    /**
     * A network or project to which services of many organizations belong.
     *
     * @param organization whose it is
     */
    record ProgramRecord(
            String id,
            String name,
            String nameEn,
            String alternateName,
            String organization,
            Map<String, String> description)
            implements SourceRecord {
        @Override
        public String kind() {
            return "program";
        }
    }

    /** @param positionPrecision what the coordinates are the middle of: street, postcode, parish or town */
    record LocationRecord(
            String id,
            String name,
            String organization,
            String locationType,
            AddressRecord address,
            String addressVisibility,
            Double latitude,
            Double longitude,
            String positionPrecision,
            String email,
            List<PhoneRecord> phones,
            List<ScheduleRecord> schedules,
            String transportation,
            String confidence,
            List<CitationRecord> sources,
            String notes)
            implements SourceRecord {
        public LocationRecord {
            phones = listed(phones);
            schedules = listed(schedules);
            sources = listed(sources);
        }

        @Override
        public String kind() {
            return "location";
        }
    }

    /**
     * @param program the network it belongs to, if any
     * @param taxonomy codes of needs
     * @param audience codes of audiences
     * @param coverage {@code national}, or names of municipalities, districts, islands, regions
     */
    record ServiceRecord(
            String id,
            String name,
            String nameEn,
            String alternateName,
            String organization,
            String program,
            String status,
            List<String> taxonomy,
            List<String> audience,
            Map<String, String> description,
            String url,
            String email,
            List<PhoneRecord> phones,
            List<ScheduleRecord> schedules,
            List<String> languages,
            String interpretationServices,
            String applicationProcess,
            String eligibilityDescription,
            List<String> requiredDocuments,
            String feesDescription,
            List<String> coverage,
            List<String> locations,
            String confidence,
            List<CitationRecord> sources,
            String notes)
            implements SourceRecord {
        public ServiceRecord {
            taxonomy = listed(taxonomy);
            audience = listed(audience);
            phones = listed(phones);
            schedules = listed(schedules);
            languages = listed(languages);
            requiredDocuments = listed(requiredDocuments);
            coverage = listed(coverage);
            locations = listed(locations);
            sources = listed(sources);
        }

        @Override
        public String kind() {
            return "service";
        }
    }

    record ServiceAtLocationRecord(String id, String service, String location) implements SourceRecord {
        @Override
        public String kind() {
            return "service_at_location";
        }
    }

    /** Desks of several organizations under one roof, at a location that the same source lists. */
    record OneStopCentreRecord(
            String id,
            String location,
            String status,
            String name,
            Map<String, String> period,
            Map<String, String> description,
            String runBy,
            List<String> languages,
            Map<String, String> languagesNote,
            List<FeatureRecord> features,
            List<DeskRecord> desks,
            List<CitationRecord> sources)
            implements SourceRecord {
        public OneStopCentreRecord {
            languages = listed(languages);
            features = listed(features);
            desks = listed(desks);
            sources = listed(sources);
        }

        @Override
        public String kind() {
            return "one_stop_centre";
        }
    }

    record PhoneRecord(String number, String type, String description) {}

    /** A closing time of 24:00, or before the opening time, is after midnight. */
    record ScheduleRecord(String byday, String opensAt, String closesAt, String description) {}

    record AddressRecord(
            String address1,
            String city,
            String municipality,
            String municipalityCode,
            String stateProvince,
            String postalCode,
            String country) {}

    /** A page by its address, or a document that has none by its title. */
    record CitationRecord(String url, String file, String title, String sourceDate, String note) {}

    record FeatureRecord(Map<String, String> name) {}

    record DeskRecord(
            Map<String, String> name, String kind, String organization, String service, Map<String, String> since) {}

    private static <T> List<T> listed(List<T> given) {
        return given == null ? List.of() : List.copyOf(given);
    }
}
