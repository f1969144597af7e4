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
        assertThat(new String(shell.with("$1<title>Casa</title>", null), StandardCharsets.UTF_8))
                .isEqualTo("<head>$1<title>Casa</title><style></style>");
    }

    @Test
    void contentTakesThePlaceOfWhatIsOnItsWay() {
        var shell = Shell.of("<title>a</title><main><!--waiting--><p>wait</p><!--/waiting--></main>", "services.html");
        assertThat(new String(shell.with(shell.title(), "<p>$1</p>"), StandardCharsets.UTF_8))
                .isEqualTo("<title>a</title><main><p>$1</p></main>");
        assertThat(new String(shell.with(shell.title(), null), StandardCharsets.UTF_8))
                .isEqualTo("<title>a</title><main><p>wait</p></main>");
    }

    @Test
    void languageLinksLeadToTheSamePageInOtherLanguages() {
        var shell = Shell.of(
                "<title>a</title><a href=\"/uk/services\" lang=\"uk\">b</a><a href=\"/pt/services\">c</a>",
                "services.html");
        assertThat(new String(
                        shell.leadingTo("/services", "/services?need=a&page=2").with("", null), StandardCharsets.UTF_8))
                .isEqualTo(
                        "<a href=\"/uk/services?need=a&amp;page=2\" lang=\"uk\">b</a><a href=\"/pt/services\">c</a>");
    }

    @Test
    void aHeadingIsNamedWithoutBeingRead() {
        var shell = Shell.of("<title>a</title><h1 tabindex=\"-1\">b</h1><h1>c</h1>", "services.html");
        assertThat(new String(shell.named("<$1>").with("", null), StandardCharsets.UTF_8))
                .isEqualTo("<h1 tabindex=\"-1\">&lt;$1&gt;</h1><h1>c</h1>");
    }

    @Test
    void aDocumentWithoutATitleIsNoShell() {
        assertThatThrownBy(() -> Shell.of("<p></p>", "shell.html")).isInstanceOf(ConfigurationException.class);
    }
}
