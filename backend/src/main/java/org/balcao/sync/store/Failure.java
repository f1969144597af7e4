package org.balcao.sync.store;

import java.sql.SQLException;
import java.util.Set;

/** What a failure says about the work that it ended. */
public enum Failure {
    /** The database cannot be reached, is full, shuts down, or gave way to another transaction: the next try may go well. */
    AWAY,
    /** A statement took longer than any may ({@code statement_timeout}, SQLSTATE 57014). */
    TOO_SLOW,
    /** The program asks for what is not there (class 42): a fault of ours, whatever the record. */
    OURS,
    /** This record cannot be taken; another can. */
    OF_THE_RECORD;

    private static final String TIMED_OUT = "57014";
    /** Connection, rollback, resources, locks, operator, system (PostgreSQL, appendix A). */
    private static final Set<String> AWAY_CLASSES = Set.of("08", "40", "53", "55", "57", "58");

    /** What the SQLSTATE at the root of a failure says; without one it is of the record. */
    public static Failure of(Throwable failure) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (cause instanceof SQLException sql) {
                String state = sql.getSQLState();
                if (TIMED_OUT.equals(state)) {
                    return TOO_SLOW;
                }
                // the pool's own, without a state, says that no connection was to be had
                if (state == null || AWAY_CLASSES.contains(state.substring(0, 2))) {
                    return AWAY;
                }
                return state.startsWith("42") ? OURS : OF_THE_RECORD;
            }
        }
        return OF_THE_RECORD;
    }
}
