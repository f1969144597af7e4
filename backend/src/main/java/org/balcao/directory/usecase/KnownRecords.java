package org.balcao.directory.usecase;

import jakarta.persistence.EntityManager;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Supplier;
import org.balcao.directory.feed.SourceRecord;
import org.balcao.directory.feed.SourceRecord.DeskRecord;
import org.balcao.directory.model.TaxonomyTerm;
import org.balcao.directory.store.SourceRecords;

/** The records that one source's records can point at while it is loaded: its own, and the terms and places that belong to everybody. */
final class KnownRecords {
    private final String source;
    private final SourceRecords sourceRecords;
    private final EntityManager entities;
    private final Map<String, UUID> found = new HashMap<>();

    KnownRecords(String source, SourceRecords sourceRecords, EntityManager entities) {
        this.source = source;
        this.sourceRecords = sourceRecords;
        this.entities = entities;
    }

    String source() {
        return source;
    }

    /** Asks again for everything, because a transaction in which something was found did not come to its end. */
    void forget() {
        found.clear();
    }

    Optional<UUID> find(String kind, String sourceId) {
        return remembered(kind + " " + sourceId, () -> sourceRecords.findThere(source, kind, sourceId));
    }

    <T> T reference(Class<T> type, String kind, String sourceId) {
        return entities.getReference(type, find(kind, sourceId).orElseThrow());
    }

    TaxonomyTerm term(String taxonomy, String code) {
        return entities.getReference(
                TaxonomyTerm.class, findTerm(taxonomy, code).orElseThrow());
    }

    private Optional<UUID> findTerm(String taxonomy, String code) {
        return remembered("term " + taxonomy + " " + code, () -> queryTerm(taxonomy, code));
    }

    /** What was found once is not asked again; what was not found may come later. */
    private Optional<UUID> remembered(String key, Supplier<Optional<UUID>> find) {
        var known = found.get(key);
        if (known != null) {
            return Optional.of(known);
        }
        var answer = find.get();
        answer.ifPresent(id -> found.put(key, id));
        return answer;
    }

    private Optional<UUID> queryTerm(String taxonomy, String code) {
        return entities.createQuery(
                        "select t.id from TaxonomyTerm t where t.taxonomyDetail.name = :taxonomy and t.code = :code order by t.position",
                        UUID.class)
                .setParameter("taxonomy", taxonomy)
                .setParameter("code", code)
                .setMaxResults(1)
                .getResultStream()
                .findFirst();
    }

    /** The codes of the municipalities where these locations of the source are. */
    List<String> municipalitiesOf(List<String> locations) {
        if (locations.isEmpty()) {
            return List.of();
        }
        return entities.createQuery(
                        "select distinct l.municipalityCode from Location l where l.id in :ids and l.municipalityCode is not null",
                        String.class)
                .setParameter(
                        "ids",
                        locations.stream()
                                .map(each -> find("location", each).orElseThrow())
                                .toList())
                .getResultList();
    }

    /** What the record points at and nobody knows, in words; empty when all is known. */
    List<String> missingFrom(SourceRecord record, PlaceNames places) {
        var missing = new ArrayList<String>();
        switch (record) {
            case SourceRecord.PlaceRecord place -> {}
            case SourceRecord.TaxonomyRecord taxonomy -> {}
            case SourceRecord.TermRecord term -> {
                own(missing, "taxonomy", term.taxonomy());
                if (term.parentCode() != null) {
                    own(missing, "taxonomy_term", term.taxonomy() + "/" + term.parentCode());
                }
            }
            case SourceRecord.OrganizationRecord organization -> {}
            case SourceRecord.ProgramRecord program -> own(missing, "organization", program.organization());
            case SourceRecord.LocationRecord location -> {
                own(missing, "organization", location.organization());
                var municipality =
                        location.address() == null ? null : location.address().municipalityCode();
                if (municipality != null && places.find(municipality).isEmpty()) {
                    missing.add("place " + municipality);
                }
            }
            case SourceRecord.ServiceRecord service -> {
                own(missing, "organization", service.organization());
                if (service.program() != null) {
                    own(missing, "program", service.program());
                }
                service.locations().forEach(each -> own(missing, "location", each));
                service.taxonomy().forEach(code -> term(missing, Drafts.NEEDS, code));
                service.audience().forEach(code -> term(missing, Drafts.AUDIENCES, code));
            }
            case SourceRecord.ServiceAtLocationRecord both -> {
                own(missing, "service", both.service());
                own(missing, "location", both.location());
            }
            case SourceRecord.OneStopCentreRecord centre -> {
                own(missing, "location", centre.location());
                centre.desks().stream()
                        .map(DeskRecord::organization)
                        .filter(Objects::nonNull)
                        .forEach(each -> own(missing, "organization", each));
                centre.desks().stream()
                        .map(DeskRecord::service)
                        .filter(Objects::nonNull)
                        .forEach(each -> own(missing, "service", each));
            }
        }
        return missing;
    }

    private void own(List<String> missing, String kind, String sourceId) {
        if (find(kind, sourceId).isEmpty()) {
            missing.add(kind + " " + sourceId);
        }
    }

    private void term(List<String> missing, String taxonomy, String code) {
        if (findTerm(taxonomy, code).isEmpty()) {
            missing.add("term " + code + " of " + taxonomy);
        }
    }
}
