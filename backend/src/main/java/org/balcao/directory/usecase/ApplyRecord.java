package org.balcao.directory.usecase;

import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.Instance;
import jakarta.persistence.EntityManager;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.util.Collections;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.balcao.directory.feed.Read;
import org.balcao.directory.feed.SourceRecord;
import org.balcao.directory.feed.StarterData;
import org.balcao.directory.feed.TextCatalogues;
import org.balcao.directory.model.LeftAlone;
import org.balcao.directory.model.LoadReport.Line;
import org.balcao.directory.model.LoadReport.Outcome;
import org.balcao.directory.model.Service;
import org.balcao.directory.model.Translatable;
import org.balcao.directory.store.SourceRecords;
import org.balcao.shared.StableId;
import org.balcao.sync.model.Kind;
import org.balcao.sync.model.WriteRule;
import org.balcao.sync.model.WriteRule.Act;
import org.balcao.sync.model.WriteRule.Held;
import org.balcao.sync.model.WriteRule.Starter;

/**
 * Takes one record of a source into the directory, in a transaction of its own.
 * The same record again changes nothing; a record that does not fit leaves nothing behind.
 */
@ApplicationScoped
class ApplyRecord {
    private final EntityManager entities;
    private final SourceRecords sourceRecords;
    private final TextCatalogues catalogues;
    private final KeepPeoplesTexts keepPeoplesTexts;
    private final Instance<Completion> completions;

    ApplyRecord(
            EntityManager entities,
            SourceRecords sourceRecords,
            TextCatalogues catalogues,
            KeepPeoplesTexts keepPeoplesTexts,
            @Any Instance<Completion> completions) {
        this.entities = entities;
        this.sourceRecords = sourceRecords;
        this.catalogues = catalogues;
        this.keepPeoplesTexts = keepPeoplesTexts;
        this.completions = completions;
    }

    /** By the class of the SQLSTATE: a value, a clash, a size. */
    private static final Map<String, String> REFUSALS = Map.of(
            "22", "holds a value that cannot be stored",
            "23", "clashes with what is in the directory already",
            "54", "holds a value that is too large");

    /** What the records of one source can point at, as long as it is loaded. */
    KnownRecords knownTo(String source) {
        return new KnownRecords(source, sourceRecords, entities);
    }

    boolean isNameOfAnother(String source) {
        return sourceRecords.isNameOfAnother(source);
    }

    /** Takes the record; when this returns, it can no longer be lost. */
    Line apply(Read.Ok read, KnownRecords known, PlaceNames places) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> inTransaction(read, known, places));
        } catch (RuntimeException failure) {
            var record = read.record();
            return refusalIn(failure)
                    .map(reason -> Line.leftOut(record.kind(), record.id(), reason))
                    .orElseThrow(() -> failure);
        }
    }

    /**
     * Takes several records in one transaction, or each by itself when one of them does not fit.
     * For a load that begins again after a crash: what was taken may still be lost until the load has ended.
     */
    List<Line> applyTogether(List<Read.Ok> reads, KnownRecords known, PlaceNames places) {
        try {
            return QuarkusTransaction.requiringNew().call(() -> {
                entities.createNativeQuery("set local synchronous_commit = off").executeUpdate();
                return reads.stream()
                        .map(read -> inTransaction(read, known, places))
                        .toList();
            });
        } catch (RuntimeException failure) {
            if (refusalIn(failure).isEmpty()) {
                throw failure;
            }
            known.forget();
            return reads.stream().map(read -> apply(read, known, places)).toList();
        }
    }

    /** Takes a record in the transaction that is open. */
    Line inTransaction(Read.Ok read, KnownRecords known, PlaceNames places) {
        if (StarterData.SOURCE.equals(known.source())) {
            return starter(read, known, places);
        }
        var record = read.record();
        var last = sourceRecords.find(known.source(), record.kind(), record.id());
        if (last.isPresent() && last.get().fingerprint().equals(read.fingerprint())) {
            return Line.applied(record.kind(), record.id(), last.get().recordId(), Outcome.KEPT);
        }
        if (last.isPresent() && sourceRecords.isLookedAfter(last.get().recordId())) {
            return Line.leftOut(
                    record.kind(), record.id(), "looked after here since: edited, delivered, found right or merged");
        }
        var missing = known.missingFrom(record, places);
        if (!missing.isEmpty()) {
            return Line.leftOut(record.kind(), record.id(), "not known: " + String.join(", ", missing));
        }
        var id = last.map(SourceRecords.Known::recordId)
                .orElseGet(() -> StableId.of(known.source(), record.kind(), record.id()));
        sourceRecords.writesFor(known.source());
        var draft = draft(new Drafts(known, places, Wording.byPeople(catalogues)), id, record);
        if (draft instanceof Service service) {
            completions.forEach(each -> each.complete(service));
        }
        var outcome = last.isPresent() ? replace(draft) : create(draft);
        entities.clear();
        sourceRecords.save(known.source(), record.kind(), record.id(), new SourceRecords.Known(id, read.fingerprint()));
        return Line.applied(record.kind(), record.id(), id, outcome);
    }

    /** A record of the starter data: its texts in all languages are a part of it, and it is written only where nobody touched it here. */
    private Line starter(Read.Ok read, KnownRecords known, PlaceNames places) {
        var record = read.record();
        var missing = known.missingFrom(record, places);
        if (!missing.isEmpty()) {
            return Line.leftOut(record.kind(), record.id(), "not known: " + String.join(", ", missing));
        }
        var last = sourceRecords.find(known.source(), record.kind(), record.id());
        var id = last.map(SourceRecords.Known::recordId)
                .orElseGet(() -> StableId.of(known.source(), record.kind(), record.id()));
        var wording = Wording.byProgram(catalogues);
        var draft = draft(new Drafts(known, places, wording), id, record);
        var fingerprint = read.fingerprint() + wording.fingerprint();
        if (last.isPresent() && last.get().fingerprint().equals(fingerprint)) {
            entities.clear();
            return Line.applied(record.kind(), record.id(), id, Outcome.KEPT);
        }
        var act = last.isPresent() ? Act.CHANGE : Act.CREATE;
        var why = leftAlone(act, Kind.ofWord(record.kind()).orElse(null), id);
        if (why.isEmpty() && act == Act.CREATE && record instanceof SourceRecord.ServiceAtLocationRecord both) {
            why = Stream.of(Map.entry("service", both.service()), Map.entry("location", both.location()))
                    .map(each -> known.find(each.getKey(), each.getValue()).orElseThrow())
                    .filter(sourceRecords::isLookedAfter)
                    .map(each -> LeftAlone.LOOKED_AFTER)
                    .findFirst();
        }
        if (why.isPresent()) {
            entities.clear();
            return Line.leftAlone(record.kind(), record.id(), why.get() == LeftAlone.GONE ? null : id, why.get());
        }
        sourceRecords.writesFor(known.source());
        if (draft instanceof Service service) {
            completions.forEach(each -> each.complete(service));
        }
        if (act == Act.CHANGE) {
            keepPeoplesTexts.before(draft, wording.objects());
        }
        var outcome = last.isPresent() ? replace(draft) : create(draft);
        entities.clear();
        sourceRecords.save(known.source(), record.kind(), record.id(), new SourceRecords.Known(id, fingerprint));
        return Line.applied(record.kind(), record.id(), id, outcome);
    }

    /** @param kind null of what belongs to nobody */
    private Optional<LeftAlone> leftAlone(Act act, Kind kind, UUID id) {
        if (kind == null) {
            return Optional.empty();
        }
        var holding = sourceRecords.holding(kind.word(), id);
        var held = holding.map(here -> new Held(id, kind, here.origin(), null, here.there(), here.locked()))
                .orElse(null);
        boolean touched = holding.map(SourceRecords.Holding::lookedAfter).orElse(false);
        return switch (WriteRule.ask(new Starter(StarterData.SOURCE, touched), act, kind, held)) {
            case WRITE -> Optional.empty();
            case LOCKED -> Optional.of(LeftAlone.LOCKED);
            default ->
                Optional.of(
                        held == null || !held.there()
                                ? LeftAlone.GONE
                                : touched ? LeftAlone.LOOKED_AFTER : LeftAlone.OF_ANOTHER);
        };
    }

    private static Translatable draft(Drafts drafts, UUID id, SourceRecord record) {
        return switch (record) {
            case SourceRecord.PlaceRecord place -> drafts.place(id, place);
            case SourceRecord.TaxonomyRecord taxonomy -> drafts.taxonomy(id, taxonomy);
            case SourceRecord.TermRecord term -> drafts.term(id, term);
            case SourceRecord.OrganizationRecord organization -> drafts.organization(id, organization);
            case SourceRecord.ProgramRecord program -> drafts.program(id, program);
            case SourceRecord.LocationRecord location -> drafts.location(id, location);
            case SourceRecord.ServiceRecord service -> drafts.service(id, service);
            case SourceRecord.ServiceAtLocationRecord both -> drafts.serviceAtLocation(id, both);
            case SourceRecord.OneStopCentreRecord centre -> drafts.centre(id, centre);
        };
    }

    private Outcome create(Translatable draft) {
        entities.persist(draft);
        entities.flush();
        return Outcome.CREATED;
    }

    private Outcome replace(Translatable draft) {
        entities.merge(draft);
        entities.flush();
        return touchedSomething() ? Outcome.UPDATED : Outcome.KEPT;
    }

    /** The change log's own triggers have noted it. */
    private boolean touchedSomething() {
        return (Boolean) entities.createNativeQuery(
                        "select exists (select from directory.pending_change where txid = pg_current_xact_id())",
                        Boolean.class)
                .getSingleResult();
    }

    /** Why a record was not taken: what the database would not take (a value, or a clash), or what the program could not do with it. */
    static Optional<String> refusalIn(Throwable failure) {
        Set<Throwable> all = Collections.newSetFromMap(new IdentityHashMap<>());
        gather(failure, all);
        Optional<String> state = all.stream()
                .filter(SQLException.class::isInstance)
                .map(each -> ((SQLException) each).getSQLState())
                .filter(Objects::nonNull)
                .findFirst();
        if (state.isPresent()) {
            return Optional.ofNullable(REFUSALS.get(state.get().substring(0, 2)));
        }
        return all.stream().anyMatch(ApplyRecord::isOfTheRecord)
                ? Optional.of("holds something that cannot be taken")
                : Optional.empty();
    }

    /** A transaction that could not commit keeps the reason beside it. */
    private static void gather(Throwable failure, Set<Throwable> all) {
        if (failure != null && all.add(failure)) {
            gather(failure.getCause(), all);
            for (Throwable beside : failure.getSuppressed()) {
                gather(beside, all);
            }
        }
    }

    private static boolean isOfTheRecord(Throwable failure) {
        return switch (failure) {
            case NullPointerException missing -> true;
            case IllegalArgumentException wrong -> true;
            case IndexOutOfBoundsException outside -> true;
            case ArithmeticException beyond -> true;
            case DateTimeException noTime -> true;
            case ClassCastException another -> true;
            case NoSuchElementException nothing -> true;
            default -> false;
        };
    }
}
