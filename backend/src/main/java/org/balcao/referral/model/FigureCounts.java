package org.balcao.referral.model;

/**
 * Counts of how referrals went, as they are: not for everybody.
 *
 * @param accepted of those sent
 * @param silent of those sent: ended without an answer, or in silence
 * @param outcomeKnown of those that ended: with an outcome, or a reason
 * @param gotHelp of those that ended: completed with help, wholly or in part
 * @param confirmed of those that got help: said so themselves
 * @param disagree of those that got help: the person says that there was none
 * @param medianDays from sending to the first answer; null if there was none
 */
public record FigureCounts(
        int sent,
        int answered,
        int answeredInTime,
        int accepted,
        int silent,
        int ended,
        int outcomeKnown,
        int gotHelp,
        int confirmed,
        int disagree,
        Double medianDays) {}
