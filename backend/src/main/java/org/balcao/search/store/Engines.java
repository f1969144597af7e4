package org.balcao.search.store;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.balcao.directory.store.ChangeLog;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Which engine the installation asked for. */
class Engines {

    /** The engines there are, as {@code balcao.search.engine} names them. */
    enum Kind {
        LUCENE,
        OPENSEARCH
    }

    @Produces
    @ApplicationScoped
    Engine engine(
            ChangeLog log,
            @ConfigProperty(name = "balcao.search.engine") Kind kind,
            @ConfigProperty(name = "balcao.search.directory") Path home,
            @ConfigProperty(name = "balcao.search.opensearch.uris") String uris,
            @ConfigProperty(name = "balcao.search.opensearch.username") Optional<String> username,
            @ConfigProperty(name = "balcao.search.opensearch.password") Optional<String> password) {
        Supplier<Path> folder = () -> home.resolve(ServiceDocument.INDEX + "-" + log.database());
        if (kind == Kind.LUCENE) {
            return new LuceneEngine(folder);
        }
        Map<String, String> connection = new HashMap<>(Map.of("uris", uris));
        username.ifPresent(name -> connection.put("username", name));
        password.ifPresent(secret -> connection.put("password", secret));
        return new OpenSearchEngine(folder, connection);
    }
}
