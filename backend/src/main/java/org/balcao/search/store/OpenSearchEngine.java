package org.balcao.search.store;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import org.apache.http.util.EntityUtils;
import org.elasticsearch.client.Request;
import org.elasticsearch.client.RestClient;
import org.hibernate.search.backend.elasticsearch.ElasticsearchBackend;
import org.hibernate.search.backend.elasticsearch.index.ElasticsearchIndexManager;
import org.hibernate.search.backend.elasticsearch.index.layout.IndexLayoutStrategy;
import org.hibernate.search.engine.environment.bean.BeanReference;
import org.hibernate.search.mapper.pojo.standalone.mapping.SearchMapping;

/**
 * An index in an OpenSearch, the same for all nodes of a database. Each node follows the change log by itself and writes what it reads of
 * PostgreSQL at that moment, so that it does not matter which of them comes last; how far a node has come it keeps in its own folder,
 * together with the UUID that OpenSearch gave the index: in an index with another UUID none of it is.
 */
final class OpenSearchEngine implements Engine {

    private static final String BACKEND = "hibernate.search.backend.";
    private static final Pattern BAD_REQUEST = Pattern.compile("[Ss]tatus\"?: ?400\\b");
    private static final int DEEPEST = 20;

    private final Supplier<Path> folder;
    private final Map<String, String> connection;

    /** @param connection {@code uris} separated by commas, and {@code username} and {@code password} if there are */
    OpenSearchEngine(Supplier<Path> folder, Map<String, String> connection) {
        this.folder = folder;
        this.connection = Map.copyOf(connection);
    }

    @Override
    public Path folder() {
        Path lucene = folder.get();
        return lucene.resolveSibling(lucene.getFileName() + "-opensearch");
    }

    @Override
    public ServiceIndex open() {
        return opened("create-or-validate");
    }

    @Override
    public ServiceIndex reading() {
        return opened("none");
    }

    private ServiceIndex opened(String schema) {
        Map<String, Object> properties = new HashMap<>();
        properties.put(BACKEND + "type", "elasticsearch");
        connection.forEach((name, value) -> properties.put(BACKEND + name, value));
        properties.put(
                BACKEND + "layout.strategy",
                BeanReference.ofInstance(new Layout(folder.get().getFileName().toString())));
        properties.put(BACKEND + "schema_management.settings_file", "search/opensearch.json");
        properties.put("hibernate.search.schema_management.strategy", schema);
        return ServiceIndex.open(folder(), properties, OpenSearchEngine::uuid);
    }

    private static String uuid(SearchMapping mapping) {
        ElasticsearchBackend backend = mapping.backend().unwrap(ElasticsearchBackend.class);
        String index = mapping.indexManager(ServiceDocument.INDEX)
                .unwrap(ElasticsearchIndexManager.class)
                .descriptor()
                .readName();
        try {
            Request request = new Request("GET", "/" + index + "/_settings");
            request.addParameter("filter_path", "*.settings.index.uuid");
            return EntityUtils.toString(
                    backend.client(RestClient.class).performRequest(request).getEntity());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    @Override
    public void discard() {
        try (ServiceIndex index = reading()) {
            index.drop();
        }
        Folders.delete(folder());
    }

    /** What OpenSearch holds it heals itself, and other nodes may be writing to it. */
    @Override
    public void heal() {}

    /** It answers a document that it does not take with 400; all else may be its own trouble. */
    @Override
    public boolean blamesRecord(Throwable failure) {
        return RecordFault.isOne(failure) && saysBadRequest(failure);
    }

    private static boolean saysBadRequest(Throwable failure) {
        Throwable each = failure;
        for (int depth = 0; each != null && depth < DEEPEST; depth++) {
            if (each.getMessage() != null
                    && BAD_REQUEST.matcher(each.getMessage()).find()) {
                return true;
            }
            each = each.getCause();
        }
        return false;
    }

    /** The index of one mapping and one database, and the alias that all nodes read and write it by. */
    private record Layout(String name) implements IndexLayoutStrategy {

        @Override
        public String createInitialElasticsearchIndexName(String index) {
            return name + "-1";
        }

        @Override
        public String createWriteAlias(String index) {
            return name + "-write";
        }

        @Override
        public String createReadAlias(String index) {
            return name + "-read";
        }

        @Override
        public String extractUniqueKeyFromHibernateSearchIndexName(String index) {
            return name;
        }

        @Override
        public String extractUniqueKeyFromElasticsearchIndexName(String index) {
            return name;
        }
    }
}
