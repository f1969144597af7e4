package org.balcao.eligibility.usecase;

import java.util.Arrays;
import java.util.stream.Stream;
import org.balcao.eligibility.engine.Expression;
import org.balcao.eligibility.engine.Expression.Criterion;
import org.balcao.eligibility.engine.Term;
import org.balcao.eligibility.engine.Test;

/**
 * The ages that a rule asks of everybody, in whole years; null where it asks none.
 *
 * @param most the last age, so 17 of a rule for those under 18
 */
record Ages(Integer least, Integer most) {

    private static final int MONTHS = 12;

    /** @param birthDate the index of the fact that is a person's date of birth */
    static Ages askedBy(Expression rule, int birthDate) {
        Stream<Expression> parts = rule instanceof Expression.All all ? Arrays.stream(all.parts()) : Stream.of(rule);
        Integer least = null;
        Integer most = null;
        for (Expression part : parts.toList()) {
            if (!(part instanceof Criterion criterion)) {
                continue;
            }
            if (criterion.test() instanceof Test.AtMost(Term one, Term.AsOf _) && years(one, birthDate) != null) {
                least = years(one, birthDate);
            }
            if (criterion.test() instanceof Test.Less(Term.AsOf _, Term other) && years(other, birthDate) != null) {
                most = years(other, birthDate) - 1;
            }
        }
        return new Ages(least, most);
    }

    private static Integer years(Term term, int birthDate) {
        return term instanceof Term.Later(Term.OfFact(int fact), int months, int days, boolean _)
                        && fact == birthDate
                        && days == 0
                        && months % MONTHS == 0
                ? months / MONTHS
                : null;
    }
}
