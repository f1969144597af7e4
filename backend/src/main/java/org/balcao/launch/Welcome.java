package org.balcao.launch;

import java.util.Optional;

/** A line that a feature wants said when the product has started, such as what was loaded. */
public interface Welcome {
    /** Nothing when there is nothing to say. */
    Optional<String> line();
}
