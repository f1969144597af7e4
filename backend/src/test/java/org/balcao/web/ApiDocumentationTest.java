package org.balcao.web;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ApiDocumentationTest {
    @Test
    void whatStandsInsideThePageRunsAndNothingElse() {
        // echo -n "alert('Hello, world.');" | openssl sha256 -binary | openssl base64, as MDN has it
        var page = """
                <script src="bundle.js" charset="UTF-8"></script>
                <script>alert('Hello, world.');</script>
                """;
        assertThat(ApiDocumentation.policy(page))
                .contains("script-src 'self' 'sha256-qznLcsROx4GACP2dm0UCKCzCG+HiZ1guq6ZZDob/Tng=';");
    }

    @Test
    void endsOfLinesAreReadAsABrowserReadsThem() {
        assertThat(ApiDocumentation.policy("<script>\r\na\r\n</script>"))
                .isEqualTo(ApiDocumentation.policy("<script>\na\n</script>"));
    }

    @ParameterizedTest
    @CsvSource({
        "/api/docs, true",
        "/api/docs/, true",
        "/api/docs/index.html, true",
        "/api/docsx, false",
        "/api/, false",
        ", false"
    })
    void itIsAtItsAddressOnly(String path, boolean isAt) {
        assertThat(ApiDocumentation.isAt(path)).isEqualTo(isAt);
    }
}
