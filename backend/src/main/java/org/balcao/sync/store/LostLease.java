package org.balcao.sync.store;

/** Another node works at this run now. */
public class LostLease extends IllegalStateException {
    private static final long serialVersionUID = 1L;

    LostLease() {
        super("another node works at this run");
    }
}
