package org.balcao.directory.store;

import jakarta.persistence.EntityManager;
import jakarta.persistence.Query;
import jakarta.persistence.Tuple;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * What a list is asked for, as SQL: every condition narrows the others, and each remembers the question it came from, so that a count
 * of the other answers to that question can leave it out.
 */
public final class Conditions {

    private record Condition(String question, String sql) {}

    /** Records that stand behind others of the same list, which have the same value in a column. */
    private record Behind(String column, String from, String these, String others) {

        String sql(String where) {
            return " and not (%1$s and %2$s in (select %2$s from %3$s%4$s and %5$s))"
                    .formatted(these, column, from, where, others);
        }
    }

    private final List<Condition> conditions = new ArrayList<>();
    private final Map<String, Object> values = new HashMap<>();
    private String best = "";
    private Behind behind;

    /** Adds a condition; names of values come in pairs with the values. */
    public Conditions and(String question, String sql, Object... namesAndValues) {
        conditions.add(new Condition(question, "(" + sql + ")"));
        for (int i = 0; i < namesAndValues.length; i += 2) {
            values.put((String) namesAndValues[i], namesAndValues[i + 1]);
        }
        return this;
    }

    /** Says what makes one record a better answer than another. */
    public Conditions bestFirst(String order) {
        best = order;
        return this;
    }

    /** The beginning of an order that has the best first; empty if none is better. */
    public String best() {
        return best;
    }

    /** Gives a value to a name that is used outside the conditions, such as in an order. */
    public Conditions with(String name, Object value) {
        values.put(name, value);
        return this;
    }

    /**
     * Leaves out those records that have another one of the same list to stand behind.
     *
     * @param column what both have in common
     * @param from where the list comes from
     * @param these which records stand behind others, as SQL
     * @param others which they stand behind, as SQL
     */
    public Conditions behind(String column, String from, String these, String others) {
        behind = new Behind(column, from, these, others);
        return this;
    }

    /** Whether some records stand behind others. */
    public boolean fold() {
        return behind != null;
    }

    public boolean asks(String question) {
        return conditions.stream().anyMatch(condition -> condition.question().equals(question));
    }

    public String where() {
        return where("");
    }

    /** The conditions without those of one question. */
    public String where(String without) {
        String fitting = fitting(without);
        return behind == null ? fitting : fitting + behind.sql(fitting);
    }

    /** The same with what stands behind other records of the list too. */
    public String fitting(String without) {
        String joined = conditions.stream()
                .filter(condition -> !condition.question().equals(without))
                .map(Condition::sql)
                .collect(Collectors.joining(" and "));
        return joined.isEmpty() ? " where true" : " where " + joined;
    }

    /** The rows of a statement, with those values that it mentions. */
    @SuppressWarnings("unchecked")
    public List<Tuple> rows(EntityManager entities, String sql) {
        return bound(entities.createNativeQuery(sql, Tuple.class), sql).getResultList();
    }

    @SuppressWarnings("unchecked")
    public List<Tuple> rows(EntityManager entities, String sql, long first, int most) {
        Query query = bound(entities.createNativeQuery(sql + " offset :first_row limit :most_rows", Tuple.class), sql);
        return query.setParameter("first_row", first)
                .setParameter("most_rows", most)
                .getResultList();
    }

    public long number(EntityManager entities, String sql) {
        return ((Number) bound(entities.createNativeQuery(sql), sql).getSingleResult()).longValue();
    }

    private Query bound(Query query, String sql) {
        query.getParameters().stream()
                .map(parameter -> parameter.getName())
                .filter(values::containsKey)
                .forEach(name -> query.setParameter(name, values.get(name)));
        return query;
    }
}
