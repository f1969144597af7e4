package org.balcao.directory.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Tuple;
import java.util.List;
import java.util.UUID;

/**
 * A list of records as SQL: what is chosen of each, where from, under which conditions, in which order.
 *
 * <p>Every list ends with the order of entry, so that two equal records never change places; and the order of entry is all there is
 * when nothing else is asked, so that a walk over pages neither loses nor repeats a record while others write.
 */
public record PagedSelect(String with, String columns, String from, Conditions conditions, String order, String alias) {

    public ResultPage page(EntityManager entities, int page, int perPage) {
        long first = (long) (page - 1) * perPage;
        List<RecordVersion> stamps =
                conditions
                        .rows(entities, select() + " order by " + order + alias + ".position", first, perPage)
                        .stream()
                        .map(PagedSelect::stamp)
                        .toList();
        boolean wholeListSeen = stamps.size() < perPage && (page == 1 || !stamps.isEmpty());
        return new ResultPage(stamps, wholeListSeen ? first + stamps.size() : total(entities));
    }

    public List<RecordVersion> all(EntityManager entities) {
        return conditions.rows(entities, select() + " order by " + order + alias + ".position").stream()
                .map(PagedSelect::stamp)
                .toList();
    }

    /** The next records in the order of entry, after the one at a position. */
    public List<RecordVersion> after(EntityManager entities, long position, int most) {
        conditions.with("after_position", position);
        return conditions
                .rows(
                        entities,
                        select() + " and " + alias + ".position > :after_position order by " + alias + ".position",
                        0,
                        most)
                .stream()
                .map(PagedSelect::stamp)
                .toList();
    }

    public long total(EntityManager entities) {
        return conditions.number(entities, with + "select count(*) from " + from + conditions.where());
    }

    private String select() {
        return with + "select " + alias + ".id, " + alias + ".position, " + columns + " from " + from
                + conditions.where();
    }

    private static RecordVersion stamp(Tuple row) {
        Double chord = row.get("chord", Double.class);
        return new RecordVersion(
                row.get("id", UUID.class),
                ((Number) row.get("position")).longValue(),
                ((Number) row.get("version")).longValue(),
                ((Number) row.get("parts")).longValue(),
                chord == null ? null : Near.metres(chord),
                Boolean.TRUE.equals(row.get("approximate", Boolean.class)));
    }
}
