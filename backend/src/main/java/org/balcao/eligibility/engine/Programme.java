package org.balcao.eligibility.engine;

import java.util.List;
import org.balcao.eligibility.engine.Expression.Criterion;

/**
 * Something a person may be entitled to, or may have to do, with the rules of each time.
 *
 * @param kind entitlement, service, procedure or status
 * @param decidedBy who decides in each case, by the name of an organization of the directory's sources
 * @param services of the directory that are this programme, by its ids: whoever may have the one may use the other
 * @param versions in the order of time, without gaps between them
 */
public record Programme(
        int index, String id, String kind, String decidedBy, List<String> services, List<Version> versions) {

    public Programme {
        services = List.copyOf(services);
        versions = List.copyOf(versions);
    }

    /**
     * The rules of one span of time.
     *
     * @param from the first day they are in force
     * @param to the last one, or {@link Days#LAST}
     * @param anchor the fact whose date decides which version counts, or -1 for the day of asking
     * @param status draft, reviewed, published or withdrawn
     * @param until the last day a person has it; null if it has none
     * @param notBefore the first day; null if it has none
     * @param applyBy the last day to ask for it; null if there is none
     * @param disputed whether sources disagree on any of its criteria
     */
    public record Version(
            int from,
            int to,
            int anchor,
            String status,
            Expression when,
            Term until,
            Term notBefore,
            Term applyBy,
            List<Criterion> criteria,
            boolean disputed,
            List<Item> documents,
            List<Item> next,
            List<String> sources,
            int[] parameterDays) {

        public Version {
            criteria = List.copyOf(criteria);
            documents = List.copyOf(documents);
            next = List.copyOf(next);
            sources = List.copyOf(sources);
        }
    }

    /**
     * A paper to bring or a step to take.
     *
     * @param when for whom; null for all
     * @param alternatives of a paper: others that do as well
     * @param service of a step: the service of the directory where it is taken, by its source's id; null if there is none
     */
    public record Item(String id, Expression when, List<String> alternatives, String service) {

        public Item {
            alternatives = List.copyOf(alternatives);
        }
    }
}
