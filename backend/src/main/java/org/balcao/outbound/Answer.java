package org.balcao.outbound;

import java.io.InputStream;
import java.util.Map;
import java.util.Optional;

/**
 * What a server says.
 *
 * @param headers by their names in lower case; of several with one name the last
 * @param body ends with {@link Unreachable} where it is larger or slower than was agreed to; read within the asking only
 */
public record Answer(int status, Map<String, String> headers, InputStream body) {
    public boolean isGood() {
        return status >= 200 && status < 300;
    }

    public Optional<String> header(String name) {
        return Optional.ofNullable(headers.get(name));
    }
}
