package org.balcao.search;

/** The choices that are counted beside a list. Each is counted without the filter that it would change. */
public enum ServiceFacet {
    DISTRICTS("place"),
    LANGUAGES("language"),
    DELIVERY_MODES("delivery_mode"),
    FREE("free"),
    OPEN_NOW("open_at"),
    /** Counted with every filter, as no filter asks for it alone. */
    NATIONWIDE("");

    private final String without;

    ServiceFacet(String without) {
        this.without = without;
    }

    /** The {@linkplain ServiceFilter#parameter() parameter} of the filter that is left out to count it; empty for none. */
    public String without() {
        return without;
    }
}
