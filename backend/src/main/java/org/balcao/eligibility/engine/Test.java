package org.balcao.eligibility.engine;

/** What a criterion looks at. */
public sealed interface Test {

    int verdict(Answers answers, int asOf);

    record CodeIn(int index, int codes) implements Test {
        @Override
        public int verdict(Answers answers, int asOf) {
            int possible = (int) answers.low[index];
            return ((possible & codes) != 0 ? Verdict.YES : 0) | ((possible & ~codes) != 0 ? Verdict.NO : 0);
        }
    }

    record Less(Term one, Term other) implements Test {
        @Override
        public int verdict(Answers answers, int asOf) {
            return (one.low(answers, asOf) < other.high(answers, asOf) ? Verdict.YES : 0)
                    | (one.high(answers, asOf) >= other.low(answers, asOf) ? Verdict.NO : 0);
        }
    }

    record AtMost(Term one, Term other) implements Test {
        @Override
        public int verdict(Answers answers, int asOf) {
            return (one.low(answers, asOf) <= other.high(answers, asOf) ? Verdict.YES : 0)
                    | (one.high(answers, asOf) > other.low(answers, asOf) ? Verdict.NO : 0);
        }
    }

    record Equal(Term one, Term other) implements Test {
        @Override
        public int verdict(Answers answers, int asOf) {
            long oneLow = one.low(answers, asOf);
            long oneHigh = one.high(answers, asOf);
            long otherLow = other.low(answers, asOf);
            long otherHigh = other.high(answers, asOf);
            boolean meet = oneLow <= otherHigh && otherLow <= oneHigh;
            boolean exact = oneLow == oneHigh && otherLow == otherHigh;
            return (meet ? Verdict.YES : 0) | (exact && meet ? 0 : Verdict.NO);
        }
    }

    /**
     * From a day to the last day of a period that begins on it, both included.
     *
     * @param last reckoned from {@code start}, so it is known where that is
     */
    record Within(Term start, Term last) implements Test {
        @Override
        public int verdict(Answers answers, int asOf) {
            long firstLow = start.low(answers, asOf);
            long firstHigh = start.high(answers, asOf);
            long lastLow = last.low(answers, asOf);
            long lastHigh = firstLow == firstHigh ? lastLow : last.high(answers, asOf);
            int begun = (firstLow <= asOf ? Verdict.YES : 0) | (firstHigh > asOf ? Verdict.NO : 0);
            int lasting = (asOf <= lastHigh ? Verdict.YES : 0) | (asOf > lastLow ? Verdict.NO : 0);
            return Verdict.and(begun, lasting);
        }
    }
}
