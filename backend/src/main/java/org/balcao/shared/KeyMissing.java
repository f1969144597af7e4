package org.balcao.shared;

import java.nio.file.Path;

/** A key that what is stored needs is not where it was. No other is made in its place: nothing that was stored would fit it. */
public final class KeyMissing extends RuntimeException {
    private static final long serialVersionUID = 1;

    public KeyMissing(Path file) {
        super("the key file " + file.toAbsolutePath()
                + " is missing, and what is stored needs it: put it back from the backup of the keys");
    }
}
