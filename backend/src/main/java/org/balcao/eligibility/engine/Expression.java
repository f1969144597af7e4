package org.balcao.eligibility.engine;

import java.util.List;

/** A condition of a rule. */
public sealed interface Expression {

    /** Criteria that only an authority can judge count as met. */
    int ASSESSED_MET = 1;

    /** Whether criteria on which sources disagree count is open, for those of whom they are true. */
    int DISPUTED_OPEN = 2;

    /** Criteria that read the calendar count as met. */
    int TIMED_MET = 4;

    /** @param supposing which of the suppositions above hold */
    int verdict(Answers answers, int asOf, int supposing);

    record All(Expression[] parts) implements Expression {
        @Override
        public int verdict(Answers answers, int asOf, int supposing) {
            int verdict = Verdict.YES;
            for (Expression part : parts) {
                verdict = Verdict.and(verdict, part.verdict(answers, asOf, supposing));
                if (verdict == Verdict.NO) {
                    return verdict;
                }
            }
            return verdict;
        }
    }

    record Any(Expression[] parts) implements Expression {
        @Override
        public int verdict(Answers answers, int asOf, int supposing) {
            int verdict = Verdict.NO;
            for (Expression part : parts) {
                verdict = Verdict.or(verdict, part.verdict(answers, asOf, supposing));
                if (verdict == Verdict.YES) {
                    return verdict;
                }
            }
            return verdict;
        }
    }

    record Not(Expression part) implements Expression {
        @Override
        public int verdict(Answers answers, int asOf, int supposing) {
            return Verdict.not(part.verdict(answers, asOf, supposing));
        }
    }

    /**
     * A condition that has sentences and sources.
     *
     * @param at its place among the criteria of its version
     * @param test null if only an authority can judge
     * @param assessedBy who alone can judge it, or null
     * @param timed it reads the calendar
     * @param met what it is where it counts as met: no under a negation
     * @param facts what it reads, by their indexes
     */
    record Criterion(
            int at,
            String id,
            Test test,
            String confidence,
            String assessedBy,
            List<String> cite,
            boolean timed,
            int met,
            List<Integer> facts)
            implements Expression {

        @Override
        public int verdict(Answers answers, int asOf, int supposing) {
            if (assessedBy != null) {
                return (supposing & ASSESSED_MET) != 0 ? met : Verdict.OPEN;
            }
            if (supposing != 0) {
                if (timed && (supposing & TIMED_MET) != 0) {
                    return met;
                }
                if ((supposing & DISPUTED_OPEN) != 0 && isDisputed() && test.verdict(answers, asOf) != Verdict.NO) {
                    return Verdict.OPEN;
                }
            }
            return test.verdict(answers, asOf);
        }

        boolean isDisputed() {
            return "disputed".equals(confidence);
        }
    }
}
