/* What libical's check of the iTIP restrictions (RFC 5546) finds in a file.
 * One finding for each line; the exit code is 1 if there are any, 2 if the file cannot be read. */

#include <libical/ical.h>
#include <stdio.h>
#include <stdlib.h>
#include <string.h>

static char *contents(const char *name)
{
    FILE *file = fopen(name, "rb");
    if (!file) {
        return NULL;
    }
    size_t used = 0, room = 1 << 16;
    char *text = malloc(room + 1);
    size_t got;
    while (text && (got = fread(text + used, 1, room - used, file)) > 0) {
        used += got;
        if (used == room) {
            room *= 2;
            char *more = realloc(text, room + 1);
            if (!more) {
                free(text);
            }
            text = more;
        }
    }
    fclose(file);
    if (text) {
        text[used] = '\0';
    }
    return text;
}

/* The errors that the parser and the check left in the tree. */
static int report(icalcomponent *component)
{
    int found = 0;
    icalproperty *property = icalcomponent_get_first_property(component, ICAL_XLICERROR_PROPERTY);
    while (property) {
        const char *text = icalproperty_get_xlicerror(property);
        printf("%s: %s\n", icalcomponent_kind_to_string(icalcomponent_isa(component)), text ? text : "?");
        found++;
        property = icalcomponent_get_next_property(component, ICAL_XLICERROR_PROPERTY);
    }
    icalcomponent *inner = icalcomponent_get_first_component(component, ICAL_ANY_COMPONENT);
    while (inner) {
        found += report(inner);
        inner = icalcomponent_get_next_component(component, ICAL_ANY_COMPONENT);
    }
    return found;
}

int main(int count, char **arguments)
{
    if (count != 2) {
        fprintf(stderr, "usage: restrictions FILE\n");
        return 2;
    }
    icalerror_set_errors_are_fatal(0);
    char *text = contents(arguments[1]);
    icalcomponent *calendar = text ? icalparser_parse_string(text) : NULL;
    free(text);
    if (!calendar || icalcomponent_isa(calendar) != ICAL_VCALENDAR_COMPONENT) {
        printf("no calendar\n");
        return 2;
    }
    int sound = icalrestriction_check(calendar);
    int found = report(calendar);
    if (!sound && found == 0) {
        printf("VCALENDAR: a restriction is broken\n");
        found = 1;
    }
    icalcomponent_free(calendar);
    return found > 0 ? 1 : 0;
}
