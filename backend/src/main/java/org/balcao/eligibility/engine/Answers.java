package org.balcao.eligibility.engine;

import java.util.List;

/**
 * What is known of a person. Each fact is exact, or known in part: some of its codes, or the least and most it can be. What was not
 * answered can be everything.
 */
public final class Answers {

    final List<Fact> facts;

    /** Of dates and numbers the least, of codes a bit for each that is possible. */
    final long[] low;

    final long[] high;

    public Answers(List<Fact> facts) {
        this.facts = List.copyOf(facts);
        this.low = new long[facts.size()];
        this.high = new long[facts.size()];
        facts.forEach(this::clear);
    }

    /** Back to nothing known. */
    public void clear(Fact fact) {
        low[fact.index()] = fact.kind().isCode() ? fact.allCodes() : fact.least();
        high[fact.index()] = fact.most();
    }

    /** @param possible a bit for each code it may be; at least one */
    public void setCodes(Fact fact, int possible) {
        if (!fact.kind().isCode() || (possible & fact.allCodes()) != possible || possible == 0) {
            throw new IllegalArgumentException(fact.id());
        }
        low[fact.index()] = possible;
    }

    /** @param least days since 1970-01-01, or a number */
    public void setRange(Fact fact, long least, long most) {
        if (fact.kind().isCode() || least > most || least < fact.least() || most > fact.most()) {
            throw new IllegalArgumentException(fact.id());
        }
        low[fact.index()] = least;
        high[fact.index()] = most;
    }

    /** Whether anything at all is known of it. */
    public boolean isAnswered(Fact fact) {
        return fact.kind().isCode()
                ? (int) low[fact.index()] != fact.allCodes()
                : low[fact.index()] != fact.least() || high[fact.index()] != fact.most();
    }

    boolean isExact(Fact fact) {
        return fact.kind().isCode()
                ? Integer.bitCount((int) low[fact.index()]) == 1
                : low[fact.index()] == high[fact.index()];
    }
}
