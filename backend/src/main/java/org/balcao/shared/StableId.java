package org.balcao.shared;

import com.fasterxml.uuid.Generators;
import com.fasterxml.uuid.impl.NameBasedGenerator;
import java.util.UUID;

/**
 * Ids that stay the same however often and wherever a record is loaded: name-based UUIDs (RFC 9562, version 5).
 */
public final class StableId {
    /** The namespace of all names that Balcão makes ids from; itself version 5 of the DNS namespace and {@code balcao.org}. */
    private static final UUID NAMESPACE =
            Generators.nameBasedGenerator(NameBasedGenerator.NAMESPACE_DNS).generate("balcao.org");

    private StableId() {}

    /**
     * The id of a record that we have from someone else.
     *
     * @param source who publishes it
     * @param kind the HSDS object, in lower case
     * @param sourceId its id there
     */
    public static UUID of(String source, String kind, String sourceId) {
        return generate(NAMESPACE, source + '\u001f' + kind + '\u001f' + sourceId);
    }

    /** The id of a part of a record, from what tells it from its siblings. */
    public static UUID within(UUID parent, String kind, String naturalKey) {
        return generate(parent, kind + '\u001f' + naturalKey);
    }

    private static UUID generate(UUID namespace, String name) {
        return Generators.nameBasedGenerator(namespace).generate(name);
    }
}
