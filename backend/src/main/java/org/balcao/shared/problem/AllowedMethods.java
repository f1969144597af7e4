package org.balcao.shared.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.reflect.Method;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Which methods each path of the API understands, so that a 405 can name them as RFC 9110 wants. */
@ApplicationScoped
class AllowedMethods {
    private record Operation(Pattern path, String method) {}

    private final List<Operation> operations;

    AllowedMethods(BeanManager beans) {
        operations = beans.getBeans(Object.class, Any.Literal.INSTANCE).stream()
                .map(Bean::getBeanClass)
                .filter(type -> type.isAnnotationPresent(Path.class))
                .distinct()
                .flatMap(AllowedMethods::operationsOf)
                .toList();
    }

    /** The value of the Allow header for a path below the API's own, such as {@code /services}. */
    String at(String path) {
        var methods = new TreeSet<String>();
        for (Operation operation : operations) {
            if (operation.path().matcher(path).matches()) {
                methods.add(operation.method());
            }
        }
        if (methods.contains("GET")) {
            methods.add("HEAD");
        }
        methods.add("OPTIONS");
        return String.join(", ", methods);
    }

    private static Stream<Operation> operationsOf(Class<?> resource) {
        var base = resource.getAnnotation(Path.class).value();
        return Arrays.stream(resource.getDeclaredMethods())
                .map(method -> operation(base, method))
                .filter(Objects::nonNull);
    }

    private static Operation operation(String base, Method method) {
        return Arrays.stream(method.getAnnotations())
                .map(annotation -> annotation.annotationType().getAnnotation(HttpMethod.class))
                .filter(Objects::nonNull)
                .map(verb -> new Operation(pattern(base, method.getAnnotation(Path.class)), verb.value()))
                .findFirst()
                .orElse(null);
    }

    private static Pattern pattern(String base, Path path) {
        var whole = ("/" + base + "/" + (path == null ? "" : path.value()))
                .replaceAll("/+", "/")
                .replaceAll("/$", "");
        var literal =
                Arrays.stream(whole.split("\\{[^}]*}", -1)).map(Pattern::quote).toList();
        return Pattern.compile(String.join("[^/]+", literal) + "/?");
    }
}
