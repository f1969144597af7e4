package org.balcao.shared.problem;

import java.util.List;

/** A no that was foreseen, on its way to the caller. It is no fault of ours, so it carries no stack trace. */
public final class Problem extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final ProblemType type;
    private final transient List<FieldError> errors;

    Problem(ProblemType type, String detail, List<FieldError> errors) {
        super(detail, null, false, false);
        this.type = type;
        this.errors = List.copyOf(errors);
    }

    public ProblemType type() {
        return type;
    }

    public List<FieldError> errors() {
        return errors;
    }
}
