package org.balcao.limit;

import jakarta.annotation.security.PermitAll;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.MediaType;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Every operation of the API, as its method is annotated. */
final class LimitedOperations {
    /**
     * @param method of HTTP
     * @param mediaType of its body
     * @param anonymous whether it may be asked without a token
     */
    record Operation(
            String name, String method, String path, String mediaType, boolean anonymous, Optional<Limit> limit) {
        boolean writes() {
            return !method.equals("GET");
        }
    }

    private static final java.nio.file.Path CLASSES = java.nio.file.Path.of("target/classes");

    private LimitedOperations() {}

    /** Of every class that was compiled, so that none can be forgotten. */
    static List<Operation> all() {
        try (Stream<java.nio.file.Path> files = Files.walk(CLASSES)) {
            return files.map(CLASSES::relativize)
                    .map(java.nio.file.Path::toString)
                    .filter(file -> file.endsWith("Resource.class"))
                    .map(file -> file.replace(".class", "").replace('/', '.'))
                    .map(LimitedOperations::load)
                    .filter(type -> type.isAnnotationPresent(Path.class))
                    .flatMap(type -> Arrays.stream(type.getDeclaredMethods()))
                    .flatMap(method -> verb(method).map(verb -> operation(method, verb)).stream())
                    .toList();
        } catch (IOException notCompiled) {
            throw new UncheckedIOException(notCompiled);
        }
    }

    private static Class<?> load(String name) {
        try {
            return Class.forName(name, false, LimitedOperations.class.getClassLoader());
        } catch (ClassNotFoundException wasCompiled) {
            throw new IllegalStateException(wasCompiled);
        }
    }

    private static Optional<String> verb(Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(each -> each.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(HttpMethod::value)
                .findFirst();
    }

    private static Operation operation(Method method, String verb) {
        Class<?> type = method.getDeclaringClass();
        boolean anonymous = method.isAnnotationPresent(PermitAll.class)
                || (!method.isAnnotationPresent(RolesAllowed.class) && type.isAnnotationPresent(PermitAll.class));
        Path below = method.getAnnotation(Path.class);
        String path = ("/api/" + type.getAnnotation(Path.class).value() + "/" + (below == null ? "" : below.value()))
                .replaceAll("/+", "/")
                .replaceAll("/$", "")
                .replaceAll("\\{[^}]*}", UUID.randomUUID().toString());
        return new Operation(
                type.getSimpleName() + "." + method.getName(),
                verb,
                path,
                Stream.of(method.getAnnotation(Consumes.class), type.getAnnotation(Consumes.class))
                        .filter(Objects::nonNull)
                        .map(each -> each.value()[0])
                        .findFirst()
                        .orElse(MediaType.APPLICATION_JSON),
                anonymous,
                Optional.ofNullable(method.getAnnotation(Limited.class)).map(Limited::value));
    }
}
