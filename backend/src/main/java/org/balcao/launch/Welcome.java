package org.balcao.launch;

/** A line that a feature wants said when the product has started, such as what was loaded. */
public interface Welcome {
    String line();
}
