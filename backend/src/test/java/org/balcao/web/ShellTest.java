package org.balcao.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.quarkus.runtime.configuration.ConfigurationException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A head takes the place of the title and description that were built. */
class ShellTest {
    @Test
    void theHeadStandsWhereTitleAndDescriptionStood() {
        var shell = Shell.of(
                "<head><title>Balcão</title>\n    <meta name=\"description\" content=\"a &lt;b&gt; &quot;c&quot;\"><style></style>",
                "shell.html");
        assertThat(shell.description()).isEqualTo("a <b&gt; \"c\"");
        assertThat(new String(shell.with("$1<title>Casa</title>"), StandardCharsets.UTF_8))
                .isEqualTo("<head>$1<title>Casa</title><style></style>");
    }

    @Test
    void aDocumentWithoutATitleIsNoShell() {
        assertThatThrownBy(() -> Shell.of("<p></p>", "shell.html")).isInstanceOf(ConfigurationException.class);
    }
}
