package org.balcao.referral.usecase;

import java.util.List;
import org.balcao.referral.model.Referral;
import org.balcao.referral.model.Step;

/** A step that cannot be taken in the referral's state, or by this party; it says what can be done instead. */
public final class StepRefused extends RuntimeException {
    private static final long serialVersionUID = 1;

    private final transient Referral referral;
    private final transient List<Step> open;

    StepRefused(Referral referral, List<Step> open) {
        super("step refused", null, false, false);
        this.referral = referral;
        this.open = List.copyOf(open);
    }

    public Referral referral() {
        return referral;
    }

    public List<Step> open() {
        return open;
    }
}
