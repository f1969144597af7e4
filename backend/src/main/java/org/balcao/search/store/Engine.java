package org.balcao.search.store;

import java.nio.file.Path;

/** What keeps the index of services: Lucene in a folder of this node, or an OpenSearch that all nodes share. */
interface Engine {

    /** Where this node keeps what it knows of its index; the name tells its mapping and its database. */
    Path folder();

    /** Opens the index, or begins one. */
    ServiceIndex open();

    /** Opens what another process keeps, to read what it has brought to the disk. */
    ServiceIndex reading();

    /** Throws the closed index away. */
    void discard();

    /** Does with a closed index that did not answer what it takes to open it again. */
    void heal();

    /** Whether a failure to take something in is due to what the record says, and not to the index. */
    boolean blamesRecord(Throwable failure);
}
