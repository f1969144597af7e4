package org.balcao.eligibility.engine;

import java.util.List;
import org.balcao.eligibility.engine.Programme.Item;
import org.balcao.eligibility.engine.Programme.Version;

/**
 * What a programme's rules say of a person on a day, and why.
 *
 * @param version the rules that counted; null if none or several did
 * @param day of {@code yes-until} and {@code ended} the last day, of {@code not-yet} the first; null else
 * @param criteria every criterion of the version, in its order
 * @param missing the facts that are open and could decide it, in the order of the pack
 * @param applyBy the last day to ask for it; null if there is none
 * @param changes when it will be otherwise, with nothing else changing
 */
public record Assessment(
        Programme programme,
        Version version,
        Outcome outcome,
        Span day,
        Span applyBy,
        List<Judged> criteria,
        List<Fact> missing,
        List<Item> documents,
        List<Item> next,
        List<Change> changes) {

    public Assessment {
        criteria = List.copyOf(criteria);
        missing = List.copyOf(missing);
        documents = List.copyOf(documents);
        next = List.copyOf(next);
        changes = List.copyOf(changes);
    }

    /** The first and the last day that a day can be. */
    public record Span(int first, int last) {}

    /** What part a criterion has in the outcome. */
    public enum Role {
        /** It makes the outcome what it is. */
        DECIDES,
        /** It fits, and others are open. */
        SUPPORTS,
        OPEN,
        IRRELEVANT
    }

    /** A criterion as it was judged. */
    public record Judged(Expression.Criterion criterion, int verdict, Role role) {

        public String id() {
            return criterion.id();
        }

        public List<String> cite() {
            return criterion.cite();
        }

        public String confidence() {
            return criterion.confidence();
        }

        /** Who alone can judge it, or null. */
        public String assessedBy() {
            return criterion.assessedBy();
        }
    }

    /** Another outcome from a day on. */
    public record Change(int on, Outcome outcome) {}
}
