package org.balcao.search.store;

import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/** An index in a folder of this node. */
final class LuceneEngine implements Engine {

    private final Supplier<Path> folder;

    LuceneEngine(Supplier<Path> folder) {
        this.folder = folder;
    }

    @Override
    public Path folder() {
        return folder.get();
    }

    @Override
    public ServiceIndex open() {
        return opened("near-real-time");
    }

    @Override
    public ServiceIndex reading() {
        return opened("debug");
    }

    private ServiceIndex opened(String strategy) {
        Path here = folder();
        return ServiceIndex.open(
                here,
                Map.of(
                        "hibernate.search.backend.type",
                        "lucene",
                        "hibernate.search.backend.directory.root",
                        here.resolve("lucene").toString(),
                        "hibernate.search.backend.io.strategy",
                        strategy,
                        "hibernate.search.backend.lucene_version",
                        "9.12.3"),
                mapping -> "");
    }

    @Override
    public void discard() {
        Folders.delete(folder());
    }

    /** A damaged index cannot be mended, only made anew. */
    @Override
    public void heal() {
        discard();
    }

    @Override
    public boolean blamesRecord(Throwable failure) {
        return RecordFault.isOne(failure);
    }
}
