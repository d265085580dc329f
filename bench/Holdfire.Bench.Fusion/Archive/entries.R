# The entries of one of meltt's data sets as one table, for `Holdfire.Fusion archive`.
# usage: Rscript entries.R FILE.Rdata OUT.csv
# FILE is crashMD.rda of the package meltt, or Nigeria_2011.Rdata or SSudan_2015.Rdata of the replication archive of Donnay,
# Dunford, McGrath, Backer, Cunningham, "Integrating Conflict Event Data", Journal of Conflict Resolution 63 (2019). Which
# columns are the date, event, actor and precision of a source follows the archive's own script.
arguments <- commandArgs(TRUE)
e <- new.env()
load(arguments[1], e)

date_of <- function(x) {
  d <- suppressWarnings(as.Date(as.character(x), tryFormats = c("%Y-%m-%d", "%d-%b-%y", "%m/%d/%y"), optional = TRUE))
  if (any(is.na(d))) stop("a date could not be read")
  d
}

table_of <- function(source, start, end, lat, lon, killed, taxes, maps) {
  out <- data.frame(source = source, entry = seq_along(lat), start = date_of(start), end = date_of(end),
                    latitude = lat, longitude = lon, killed = killed)
  for (tax in names(taxes)) {
    map <- as.data.frame(maps[[tax]])
    map <- map[map$data.source == source, ]
    rows <- match(as.character(taxes[[tax]]), as.character(map$base.categories))
    if (any(is.na(rows))) stop(paste(source, tax, "has categories that its taxonomy lacks"))
    for (level in 3:ncol(map)) out[[paste0(tax, ".", level - 2)]] <- as.character(map[rows, level])
  }
  out
}

conflict <- function() {
  maps <- if (exists("taxonomies", e)) e$taxonomies else list(actor_tax = e$actor_tax, event_tax = e$event_tax, prec_tax = e$prec_tax)
  a <- as.data.frame(e$acled); g <- as.data.frame(e$ged); t <- as.data.frame(e$gtd); s <- as.data.frame(e$scad)
  t <- t[!is.na(t$longitude), ]
  kind <- as.character(a$EVENT_TYPE)
  kind <- ifelse(kind == "Riots/Protests", ifelse(a$FATALITIES > 0, "Riots", "Protests"), kind)
  gtd_date <- paste(t$iyear, t$imonth, t$iday, sep = "-")
  rbind(
    table_of("acled", a$EVENT_DATE, a$EVENT_DATE, a$LATITUDE, a$LONGITUDE, a$FATALITIES,
             list(actor_tax = a$ACTOR1, event_tax = kind, prec_tax = a$GEO_PRECISION), maps),
    table_of("ged", g$date_start, g$date_end, g$latitude, g$longitude, if (is.null(g$best_est)) g$best else g$best_est,
             list(actor_tax = g$side_a, event_tax = g$type_of_violence, prec_tax = g$where_prec), maps),
    table_of("gtd", gtd_date, gtd_date, t$latitude, t$longitude, t$nkill,
             list(actor_tax = t$gname, event_tax = t$attacktype1, prec_tax = t$specificity), maps),
    table_of("scad", s$startdate, s$enddate, s$latitude, s$longitude, ifelse(s$ndeath < 0, NA, s$ndeath),
             list(actor_tax = s$actor1, event_tax = s$etype, prec_tax = s$locnum), maps))
}

crashes <- function() do.call(rbind, lapply(paste0("crash_data", 1:3), function(name) {
  d <- as.data.frame(e[[name]])
  table_of(name, d$date, d$enddate, d$latitude, d$longitude, NA, d[names(e$crash_taxonomies)], e$crash_taxonomies)
}))

write.csv(if (exists("crash_data1", e)) crashes() else conflict(), arguments[2], row.names = FALSE, na = "", fileEncoding = "UTF-8")
