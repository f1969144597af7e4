package org.balcao.sync.model;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * In which order records of one kind can be taken that hang below each other: what is at the top first. Nothing can hang below itself; of a circle
 * nobody can tell which link is the wrong one, so none of its links counts.
 *
 * @param levels how many parents of the same delivery stand above a record, by id; who is not named has none
 * @param dropped records whose link to their parent does not count, and why
 */
public record ParentOrder(Map<String, Integer> levels, Map<String, Problem> dropped) {
    /** The most links from a record to the top; real lists of organizations and terms have fewer than ten. */
    public static final int DEEPEST = 50;

    public ParentOrder {
        levels = Map.copyOf(levels);
        dropped = Map.copyOf(dropped);
    }

    /**
     * @param parents the parent of each record that has one, by id; a parent may be in the delivery or not
     * @param column where a record names its parent
     */
    public static ParentOrder of(Map<String, String> parents, String column) {
        Map<String, Integer> levels = new HashMap<>();
        Map<String, Problem> dropped = new LinkedHashMap<>();
        for (String start : parents.keySet()) {
            // from here up to what is known already, or to the top
            Map<String, Integer> way = new LinkedHashMap<>();
            String at = start;
            while (parents.containsKey(at) && !levels.containsKey(at) && !way.containsKey(at)) {
                way.put(at, way.size());
                at = parents.get(at);
            }
            List<String> names = new ArrayList<>(way.keySet());
            if (way.containsKey(at)) {
                for (String inCircle : names.subList(way.get(at), names.size())) {
                    dropped.put(inCircle, circle(column));
                    levels.put(inCircle, 0);
                }
            }
            for (String name : names.reversed()) {
                if (!levels.containsKey(name)) {
                    int level = levels.getOrDefault(parents.get(name), 0) + 1;
                    if (level > DEEPEST) {
                        dropped.put(name, tooDeep(column));
                        level = 0;
                    }
                    levels.put(name, level);
                }
            }
        }
        levels.values().removeIf(level -> level == 0);
        return new ParentOrder(levels, dropped);
    }

    /** Why a link that closes a circle does not count. */
    public static Problem circle(String column) {
        return Problem.leftOut("/" + column, "parent_circle", "leads back to the record itself");
    }

    /** Why a link in a chain that is too long does not count. */
    public static Problem tooDeep(String column) {
        return Problem.leftOut("/" + column, "parent_too_deep", "is the end of more than " + DEEPEST + " links");
    }
}
