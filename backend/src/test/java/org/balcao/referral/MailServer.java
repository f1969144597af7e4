package org.balcao.referral;

import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.util.Map;

/** A real SMTP server for the application under test. */
public final class MailServer implements QuarkusTestResourceLifecycleManager {
    private static final String PORT = "balcao.test-mail.port";
    private static GreenMail server;

    @Override
    public Map<String, String> start() {
        server = new GreenMail(new ServerSetup(0, "127.0.0.1", ServerSetup.PROTOCOL_SMTP));
        server.start();
        System.setProperty(PORT, String.valueOf(server.getSmtp().getPort()));
        return Map.of(
                "quarkus.mailer.host", "127.0.0.1",
                "quarkus.mailer.port", String.valueOf(server.getSmtp().getPort()),
                "quarkus.mailer.from", "balcao@example.org",
                "quarkus.mailer.mock", "false");
    }

    @Override
    public void inject(Object test) {
        if (test instanceof NoticesIT notices) {
            notices.mail = server;
        }
    }

    @Override
    public void stop() {
        server.stop();
    }
}
