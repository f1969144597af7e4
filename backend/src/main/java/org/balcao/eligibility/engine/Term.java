package org.balcao.eligibility.engine;

/**
 * A date or a number in a rule, with its least and its most where the answers leave it open. Adding months is monotone, so the ends of
 * a span lead to the ends of the result.
 */
public sealed interface Term {

    long low(Answers answers, int asOf);

    long high(Answers answers, int asOf);

    record Constant(long value) implements Term {
        @Override
        public long low(Answers answers, int asOf) {
            return value;
        }

        @Override
        public long high(Answers answers, int asOf) {
            return value;
        }
    }

    record AsOf() implements Term {
        @Override
        public long low(Answers answers, int asOf) {
            return asOf;
        }

        @Override
        public long high(Answers answers, int asOf) {
            return asOf;
        }
    }

    record OfFact(int index) implements Term {
        @Override
        public long low(Answers answers, int asOf) {
            return answers.low[index];
        }

        @Override
        public long high(Answers answers, int asOf) {
            return answers.high[index];
        }
    }

    /** An amount that changes by decree. Before its first value, and where none was found, it can be anything above nothing. */
    record OfParameter(int[] from, long[] values) implements Term {

        static final long NOT_FOUND = 0;

        @Override
        public long low(Answers answers, int asOf) {
            return Math.max(1, value(asOf));
        }

        @Override
        public long high(Answers answers, int asOf) {
            long value = value(asOf);
            return value == NOT_FOUND ? PackReader.LARGEST : value;
        }

        private long value(int asOf) {
            for (int at = from.length - 1; at >= 0; at--) {
                if (from[at] <= asOf) {
                    return values[at];
                }
            }
            return NOT_FOUND;
        }
    }

    /** @param factor not negative */
    record Times(long factor, Term term) implements Term {
        @Override
        public long low(Answers answers, int asOf) {
            return times(term.low(answers, asOf));
        }

        @Override
        public long high(Answers answers, int asOf) {
            return times(term.high(answers, asOf));
        }

        private long times(long amount) {
            return factor > 0 && amount > PackReader.LARGEST / factor ? PackReader.LARGEST : factor * amount;
        }
    }

    record Later(Term term, int months, int days, boolean clamp) implements Term {
        @Override
        public long low(Answers answers, int asOf) {
            return later((int) term.low(answers, asOf));
        }

        @Override
        public long high(Answers answers, int asOf) {
            return later((int) term.high(answers, asOf));
        }

        private long later(int day) {
            return (months == 0 ? day : Days.plusMonths(day, months, clamp)) + days;
        }
    }
}
