package org.balcao.directory.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;

/** What the directory holds, in numbers, and what its newest load did. */
@ApplicationScoped
public class DirectoryCounts {

    /** A language somebody speaks, and at how many active services. */
    public record SpokenLanguage(String code, long services) {}

    /** A record a source had and we did not take, and why. */
    public record LeftOut(String kind, String sourceId, String reason) {}

    /** What the newest load did. */
    public record Load(
            Instant finishedAt, long created, long updated, long kept, long leftOut, List<LeftOut> linesLeftOut) {}

    private static final String COUNTS = """
            select (select count(*) from directory.organization) as organizations,
                   (select count(*) from directory.service) as services,
                   (select count(*) from directory.service where status = 'active') as active_services,
                   (select count(*) from directory.location) as locations,
                   (select count(*) from directory.taxonomy_term) as taxonomy_terms,
                   (select count(*) from directory.place) as places""";

    /** Skips from one language to the next, so that it costs the same however many texts there are. */
    private static final String TEXT_LANGUAGES = """
            with recursive next (language) as (
              (select min(lower(language)) from directory.translation)
              union all
              select (select min(lower(t.language)) from directory.translation t where lower(t.language) > next.language)
              from next where next.language is not null
            )
            select language from next where language is not null""";

    /** The languages of texts, and the change after which they were read. */
    private record TextLanguages(long seq, Set<String> languages) {}

    private final EntityManager entities;
    private final ChangeNumber number;
    private final AtomicReference<TextLanguages> textLanguages = new AtomicReference<>(new TextLanguages(-1, Set.of()));

    DirectoryCounts(EntityManager entities, ChangeNumber number) {
        this.entities = entities;
        this.number = number;
    }

    public Map<String, Long> counts() {
        Tuple row = new Conditions().rows(entities, COUNTS).getFirst();
        Map<String, Long> counts = new LinkedHashMap<>();
        row.getElements().forEach(each -> counts.put(each.getAlias(), ((Number) row.get(each.getAlias())).longValue()));
        return counts;
    }

    /** Services by how sure we are of them. */
    public Map<String, Long> confidence() {
        Map<String, Long> counts = new LinkedHashMap<>(Map.of("high", 0L));
        counts.put("medium", 0L);
        counts.put("low", 0L);
        new Conditions()
                .rows(entities, "select confidence, count(*) as count from directory.service group by confidence")
                .forEach(row ->
                        counts.put(row.get("confidence", String.class), ((Number) row.get("count")).longValue()));
        return counts;
    }

    public List<SpokenLanguage> languages() {
        return new Conditions()
                .rows(entities, """
                select spoken.code, count(distinct s.id) as count
                from directory.service s join %s spoken on spoken.service_id = s.id
                where spoken.code is not null and s.status = 'active'
                group by spoken.code order by count desc, spoken.code""".formatted(ServiceTables.SPOKEN)).stream()
                        .map(row -> new SpokenLanguage(
                                row.get("code", String.class), ((Number) row.get("count")).longValue()))
                        .toList();
    }

    public Optional<Load> newestLoad() {
        return new Conditions()
                .rows(entities, """
                select id, finished_at, created, updated, kept, left_out from directory.load_report
                where finished_at is not null order by finished_at desc limit 1""").stream()
                        .map(row -> new Load(
                                row.get("finished_at", Instant.class),
                                number(row, "created"),
                                number(row, "updated"),
                                number(row, "kept"),
                                number(row, "left_out"),
                                linesLeftOut(row.get("id", UUID.class))))
                        .findFirst();
    }

    private List<LeftOut> linesLeftOut(UUID report) {
        return new Conditions()
                .with("report", report).rows(entities, """
                select kind, source_id, reason from directory.load_report_line
                where report_id = :report and outcome = 'left_out' order by ordinal""").stream()
                        .map(row -> new LeftOut(
                                row.get("kind", String.class),
                                row.get("source_id", String.class),
                                row.get("reason", String.class)))
                        .toList();
    }

    /** The languages the directory has texts in, as small tags. */
    public Set<String> textLanguages() {
        long seq = number.newest();
        TextLanguages held = textLanguages.get();
        if (held.seq() == seq) {
            return held.languages();
        }
        TextLanguages read = new TextLanguages(seq, readTextLanguages());
        textLanguages.set(read);
        return read.languages();
    }

    private Set<String> readTextLanguages() {
        Set<String> languages = new TreeSet<>();
        new Conditions()
                .rows(entities, TEXT_LANGUAGES)
                .forEach(row -> languages.add(row.get("language", String.class)));
        return languages;
    }

    private static long number(Tuple row, String column) {
        return ((Number) row.get(column)).longValue();
    }
}
