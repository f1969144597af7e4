package org.balcao.launch;

/** The program cannot start for a reason its operator can mend; the message is the one line they read. */
public final class CannotStart extends RuntimeException {
    private static final long serialVersionUID = 1;

    public CannotStart(String line) {
        super(line, null, false, false);
    }

    public CannotStart(String line, Throwable cause) {
        super(line + reason(cause), cause, false, false);
    }

    private static String reason(Throwable cause) {
        var message = cause.getMessage();
        return " ("
                + (message == null
                        ? cause.getClass().getSimpleName()
                        : message.lines().findFirst().orElse("")) + ")";
    }
}
