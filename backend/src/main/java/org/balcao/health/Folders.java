package org.balcao.health;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** The folders that the program writes to, each by what lies in it. */
@ApplicationScoped
class Folders {
    private final Map<String, Path> all = new LinkedHashMap<>();

    Folders(
            @ConfigProperty(name = "balcao.search.directory") Path search,
            @ConfigProperty(name = "balcao.sync.files") Path deliveries,
            @ConfigProperty(name = "balcao.dumps") Path dumps,
            @ConfigProperty(name = "balcao.referral.keys") Path referralKeys,
            @ConfigProperty(name = "balcao.webhooks.keys") Path webhookKeys) {
        all.put("search", search);
        all.put("deliveries", deliveries);
        all.put("dumps", dumps);
        all.put("referral_keys", referralKeys);
        all.put("webhook_keys", webhookKeys);
    }

    Map<String, Path> all() {
        return all;
    }

    /** The folder, or the nearest one above it that is there: it is made when something is first put into it. */
    static Path existing(Path folder) {
        Path there = folder.toAbsolutePath().normalize();
        while (!Files.exists(there) && there.getParent() != null) {
            there = there.getParent();
        }
        return there;
    }
}
