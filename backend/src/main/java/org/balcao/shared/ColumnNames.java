package org.balcao.shared;

import org.hibernate.boot.model.naming.Identifier;
import org.hibernate.boot.model.naming.ImplicitBasicColumnNameSource;
import org.hibernate.boot.model.naming.ImplicitNamingStrategyJpaCompliantImpl;

/** Columns are called like the HSDS field they hold: {@code lastModified} is in {@code last_modified}. */
public final class ColumnNames extends ImplicitNamingStrategyJpaCompliantImpl {
    private static final long serialVersionUID = 1;

    @Override
    public Identifier determineBasicColumnName(ImplicitBasicColumnNameSource source) {
        var field = super.determineBasicColumnName(source);
        var snake = field.getText().replaceAll("([a-z0-9])([A-Z])", "$1_$2").toLowerCase(java.util.Locale.ROOT);
        return Identifier.toIdentifier(snake, field.isQuoted());
    }
}
