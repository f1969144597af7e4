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

    /** From a day to the last day of a period that begins on it, both included. */
    record Within(Term start, Term last) implements Test {
        @Override
        public int verdict(Answers answers, int asOf) {
            int begun = (start.low(answers, asOf) <= asOf ? Verdict.YES : 0)
                    | (start.high(answers, asOf) > asOf ? Verdict.NO : 0);
            int lasting = (asOf <= last.high(answers, asOf) ? Verdict.YES : 0)
                    | (asOf > last.low(answers, asOf) ? Verdict.NO : 0);
            return Verdict.and(begun, lasting);
        }
    }
}
